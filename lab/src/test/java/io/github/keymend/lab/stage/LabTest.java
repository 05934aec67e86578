package io.github.keymend.lab.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.asl.run.ExecutionEvent;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.service.Caller;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LabTest {
  @Test
  void repairsAnExternalStoreThatTimedOutOnce() {
    Lab lab = new Lab(LabSettings.repairing(), (arn, event) -> {
      if (event instanceof ExecutionEvent.StateEntered e)
        System.out.println(e.at() + " " + e.state());
      else if (event instanceof ExecutionEvent.StateFailed e) System.out.println(e);
      else if (event instanceof ExecutionEvent.Ended e) System.out.println(e);
    });
    String id = lab.kms().addXksStore("orders");
    lab.kms().faults(id).failConnects("XKS_PROXY_TIMED_OUT", 2);
    lab.kms().connect(Caller.user("alice"), id);
    lab.startSweeping();
    lab.run(Duration.ofMinutes(6));
    lab.runUntilSettled(id, Duration.ofHours(3));
    lab.aws()
        .sns()
        .published()
        .forEach(p -> System.out.println(
            p.at() + " " + p.request().subject() + "\n" + p.request().message()));
    lab.kms().calls().stream()
        .filter(c -> !c.call().operation().startsWith("Describe"))
        .forEach(System.out::println);
    System.out.println(lab.item(id));
    assertThat(lab.kms().store(id).orElseThrow().state()).isEqualTo(ConnectionState.CONNECTED);
  }
}
