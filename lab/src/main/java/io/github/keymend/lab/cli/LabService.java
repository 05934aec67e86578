package io.github.keymend.lab.cli;

import io.github.keymend.lab.http.LabServer;
import io.github.keymend.lab.http.ServedLab;
import io.github.keymend.lab.http.ServerOptions;
import io.github.keymend.lab.http.control.StoreWish;
import io.github.keymend.lab.kms.StoreView;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Serves a lab until it is interrupted. */
final class LabService {
  private final PrintWriter out;

  LabService(PrintWriter out) {
    this.out = out;
  }

  int run(LabPlan plan) throws IOException {
    List<StoreWish> stores = plan.stores();
    Lab lab = ServedLab.of(LabSettings.repairing().in(plan.mode()), stores);
    lab.kms().use(plan.switches());
    if (plan.throttled()) {
      lab.kms().throttle();
    }
    if (plan.triggers()) {
      lab.startSweeping();
    } else {
      lab.events().lose(true);
    }
    LabServer server = LabServer.start(
        lab,
        new ServerOptions(plan.host(), plan.port(), plan.speed(), LabServer.PATIENCE),
        this::print);
    server.world().call(() -> {
      plan.scenario().schedule(lab, server.controls());
      return true;
    });
    var ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      server.close();
      print("the lab has ended");
      ended.countDown();
    }));
    greet(server, lab, plan); // last: whoever has read it may interrupt
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitStatus.OK;
  }

  private void greet(LabServer server, Lab lab, LabPlan plan) {
    String uri = server.uri().toString();
    String port = plan.port() == 4599 ? "" : " --port " + server.uri().getPort();
    String where =
        (plan.host().equals(InetAddress.getLoopbackAddress()) ? "" : " --host ::1") + port;
    print("keymend's lab listens on " + uri + ", on this machine alone. Nothing here calls AWS.");
    print("Virtual time is " + lab.timeline().now() + " and runs " + plan.speed()
        + " times as fast as yours. Stores:");
    for (StoreView store : lab.kms().stores()) {
      print("  "
          + String.join(
              "  ", store.name(), store.id(), store.type().name(), store.state().name())
          + (store.errorCode() == null ? "" : " " + store.errorCode()));
    }
    print("AWS CLI, and any SDK that reads these (the access key id is the name you go by):");
    print("  export AWS_ENDPOINT_URL=" + uri
        + " AWS_DEFAULT_REGION=us-east-1 AWS_ACCESS_KEY_ID=alice AWS_SECRET_ACCESS_KEY=any");
    print("  aws kms describe-custom-key-stores     # before version 2.13: with --endpoint-url "
        + uri);
    print("SDK for Java: KmsClient.builder().endpointOverride(URI.create(\"" + uri + "\"))");
    print("To let things go wrong: keymend lab fail STORE CODE" + where
        + " (keymend lab --help), or " + uri + "/_lab");
    print("Ctrl-C ends it. From here on, one line a call:");
  }

  private void print(String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }
}
