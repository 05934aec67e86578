package io.github.keymend.lab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.http.control.Controls;
import io.github.keymend.lab.http.control.Scenario;
import io.github.keymend.lab.http.control.StoreWish;
import io.github.keymend.lab.kms.Switch;
import io.github.keymend.lab.kms.Switches;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves a lab on a loopback port; its subcommands act on one that is being served. */
@Command(
    name = "lab",
    subcommands = {ClusterCommand.class, ProxyCommand.class, AccountCommand.class},
    description =
        "Serve the lab on a loopback port, for the AWS CLI, any SDK and any other workflow"
            + " engine. The commands below act on a lab that is being served.")
public final class LabCommand implements Callable<Integer> {
  private static final String STORE = "Name or id of the store.";

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(
      names = "--port",
      defaultValue = "4599",
      paramLabel = "PORT",
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description = "The port (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "localhost",
      paramLabel = "HOST",
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description = "localhost, 127.0.0.1 or ::1: the lab listens on the loopback interface alone.")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String host;

  @Option(
      names = "--speed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Virtual seconds per real second (${DEFAULT-VALUE}); 0: the clock moves by"
          + " 'advance' alone.")
  private double speed;

  @Option(
      names = "--store",
      paramLabel = StoreWish.FORM,
      description =
          "A store to start with, such as payments:hsm or archive:xks:FAILED:XKS_PROXY_TIMED_OUT."
              + " May be given more than once. Without any: payments:hsm and archive:xks.")
  private List<String> stores = new ArrayList<>();

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description = "A YAML file with stores and acts.")
  private @Nullable Path scenario;

  @Option(
      names = "--mode",
      defaultValue = "repair",
      paramLabel = "MODE",
      description = "How keymend is deployed: observe or repair (${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String mode;

  @Option(
      names = "--switch",
      paramLabel = "NAME=VALUE",
      description = "What the simulated KMS does where AWS does not say: docs/lab/switches.md.")
  private List<String> switches = new ArrayList<>();

  @Option(
      names = "--no-triggers",
      description = "Neither sweep nor events: nothing runs unless you start it.")
  private boolean noTriggers;

  @Option(
      names = "--no-throttle",
      description =
          "Without it a custom key store operation may be called five times a virtual second.")
  private boolean noThrottle;

  @Override
  public Integer call() throws IOException {
    if (!List.of("observe", "repair").contains(mode)) {
      throw wrong("--mode " + mode + ": must be observe or repair");
    }
    if (port < 0 || port > 65_535) {
      throw wrong("--port " + port + ": must be from 0 (any free one) to 65535");
    }
    try {
      Scenario acts = scenario == null ? Scenario.NONE : Scenario.read(scenario);
      Switches unknown = Switches.DEFAULT;
      for (String each : switches) {
        unknown = Switch.set(unknown, each);
      }
      var plan = new LabPlan(
          host(), port, speed, mode, wishes(acts), acts, unknown, !noTriggers, !noThrottle);
      return new LabService(spec.commandLine().getOut()).run(plan);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    } catch (java.nio.file.NoSuchFileException e) {
      throw wrong("--scenario " + scenario + ": there is no such file");
    } catch (java.net.BindException e) {
      throw wrong(
          "--port " + port + ": " + e.getMessage() + ". Choose another, or 0 for any free one.");
    }
  }

  private List<StoreWish> wishes(Scenario acts) {
    List<StoreWish> wishes = new ArrayList<>(acts.stores());
    stores.forEach(each -> wishes.add(StoreWish.parse(each)));
    if (wishes.isEmpty()) {
      wishes.add(StoreWish.parse("payments:hsm"));
      wishes.add(StoreWish.parse("archive:xks"));
    }
    return wishes;
  }

  @Command(name = "fail", description = "The store is FAILED now, and so are its next connects.")
  int fail(
      @Parameters(paramLabel = "STORE", description = STORE) String store,
      @Parameters(paramLabel = "CODE", description = "The ConnectionErrorCode.") String code,
      @Option(
              names = "--connects",
              defaultValue = "0",
              paramLabel = "N",
              description = "How many further connects fail (${DEFAULT-VALUE}; -1: until 'fix').")
          int connects) {
    return act(store, "fail", object().put("code", code).put("connects", connects));
  }

  @Command(name = "fix", description = "The causes of failing connects are gone.")
  int fix(
      @Parameters(paramLabel = "STORE", description = STORE) String store,
      @Parameters(paramLabel = "CODE", arity = "0..1", description = "Of this code alone.")
          @Nullable
          String code) {
    return act(store, "fix", code == null ? object() : object().put("code", code));
  }

  @Command(name = "state", description = "The store is in a state now, by nobody's call.")
  int state(
      @Parameters(paramLabel = "STORE", description = STORE) String store,
      @Parameters(paramLabel = "STATE", description = "The ConnectionState.") String state,
      @Parameters(paramLabel = "CODE", arity = "0..1", description = "With FAILED: why.") @Nullable
          String code) {
    ObjectNode request = object().put("state", state);
    return act(store, "state", code == null ? request : request.put("code", code));
  }

  @Command(
      name = "password",
      description = "An HSM admin changes kmsuser's password in the HSM; KMS does not learn it.")
  int password(
      @Parameters(paramLabel = "STORE", description = STORE) String store,
      @Parameters(paramLabel = "PASSWORD", description = "7 to 32 letters and digits.")
          String password) {
    return act(store, "password", object().put("password", password));
  }

  @Command(name = "lock", description = "kmsuser is locked after five wrong passwords.")
  int lock(@Parameters(paramLabel = "STORE", description = STORE) String store) {
    return act(store, "lock", object());
  }

  @Command(name = "login", description = "A person logs in as kmsuser and stays.")
  int login(@Parameters(paramLabel = "STORE", description = STORE) String store) {
    return act(store, "login", object());
  }

  @Command(name = "logout", description = "The person logs out.")
  int logout(@Parameters(paramLabel = "STORE", description = STORE) String store) {
    return act(store, "logout", object());
  }

  @Command(name = "hang", description = "The next connects, or disconnects, never end.")
  int hang(
      @Parameters(paramLabel = "STORE", description = STORE) String store,
      @Parameters(
              paramLabel = "WHAT",
              defaultValue = "connect",
              description = "connect or disconnect.")
          String what,
      @Option(names = "--times", defaultValue = "1", paramLabel = "N", description = "How many.")
          int times) {
    return act(store, "hang", object().put("what", what).put("times", times));
  }

  @Command(name = "error", description = "What KMS answers to the next calls of an operation.")
  int error(
      @Parameters(paramLabel = "OPERATION", description = "Such as ConnectCustomKeyStore.")
          String operation,
      @Parameters(paramLabel = "EXCEPTION", description = "Such as KMSInternalException.")
          String error,
      @Option(names = "--times", defaultValue = "1", paramLabel = "N", description = "How many.")
          int times) {
    ObjectNode request = object().put("operation", operation).put("error", error);
    return print(client().post("/errors", request.put("times", times)));
  }

  @Command(name = "add", description = "One more store.")
  int add(@Parameters(paramLabel = StoreWish.FORM, description = "The store.") String store) {
    return print(client().post("/stores", object().put("store", store)));
  }

  @Command(name = "advance", description = "Let virtual time pass at once: 90s, 10m, 2h, 1d.")
  int advance(@Parameters(paramLabel = "SPAN", description = "How much.") String span) {
    return print(client().post("/clock", object().put("advance", span)));
  }

  @Command(name = "speed", description = "Change the speed of virtual time.")
  int speed(
      @Parameters(paramLabel = "N", description = "Virtual seconds per real second.") double n) {
    return print(client().post("/clock", object().put("speed", n)));
  }

  @Command(name = "stores", description = "The stores as they truly are.")
  int stores() {
    return print(client().get("/stores"));
  }

  @Command(name = "changes", description = "All changes of state so far.")
  int changes() {
    return print(client().get("/changes"));
  }

  @Command(name = "incidents", description = "What keymend remembers of each store.")
  int incidents() {
    return print(client().get("/incidents"));
  }

  @Command(name = "messages", description = "What keymend told people.")
  int messages(@Option(names = "--json", description = "As JSON.") boolean json) {
    JsonNode messages = client().get("/messages");
    if (json) {
      return print(messages);
    }
    for (JsonNode message : messages) {
      var out = spec.commandLine().getOut();
      out.println(
          "== " + message.path("at").asText() + "  " + message.path("subject").asText());
      out.println(message.path("text").asText());
      out.println();
    }
    return ExitStatus.OK;
  }

  private int act(String store, String verb, ObjectNode request) {
    String name = URLEncoder.encode(store, StandardCharsets.UTF_8).replace("+", "%20");
    return print(client().post("/stores/" + name + "/" + verb, request));
  }

  LabClient client() {
    return new LabClient(host(), port, Controls.PATH, this::wrong);
  }

  private InetAddress host() {
    try {
      return LoopbackHost.named(host);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  int print(JsonNode answer) {
    spec.commandLine().getOut().println(answer.toPrettyString());
    return ExitStatus.OK;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
