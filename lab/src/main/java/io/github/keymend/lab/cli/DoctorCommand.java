package io.github.keymend.lab.cli;

import io.github.keymend.lab.doctor.Doctor;
import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.aws.Access;
import io.github.keymend.lab.doctor.aws.CannotAskException;
import io.github.keymend.lab.doctor.aws.SdkAccount;
import io.github.keymend.lab.doctor.seen.Stack;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks whether a deployed keymend is well. */
@Command(
    name = "doctor",
    description = {
      "Look whether a deployed keymend is well: somebody hears it, it hears of what people do to"
          + " stores, its sweep runs, its functions may do what they need, nothing it needs is"
          + " under a key of a custom key store. Each finding comes with its remedy.",
      "It asks AWS with your credentials, as the AWS CLI would, and changes nothing. What you may"
          + " not see is told as such."
    })
final class DoctorCommand implements Callable<Integer> {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1", "[::1]");

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      defaultValue = "keymend",
      description = "The name of the CloudFormation stack (${DEFAULT-VALUE}).")
  private String stack = "keymend";

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The Region; without it as for the AWS CLI.")
  private @Nullable String region;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "A profile of the AWS CLI's files; without it as for the AWS CLI.")
  private @Nullable String profile;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "A lab on this machine instead of AWS, such as http://127.0.0.1:4599; no"
          + " credentials are needed, and none are used.")
  private @Nullable URI endpointUrl;

  @Option(
      names = "--send-test-message",
      description = "Also publish one message to the topic, so that you see whether it reaches you."
          + " Without it doctor changes nothing and sends nothing.")
  private boolean sendTestMessage;

  @Option(names = "--json", description = "Write JSON instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    try {
      var account = new SdkAccount(access());
      Stack found = found(account.stack(stack));
      var doctor = new Doctor(account, found, Instant.now());
      List<Finding> findings = new ArrayList<>(doctor.examine());
      if (sendTestMessage) {
        findings.addAll(doctor.sendTestMessage());
      }
      return report(found, findings);
    } catch (CannotAskException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private Access access() {
    if (endpointUrl == null) {
      return Access.toAws(region, profile);
    }
    String host = String.valueOf(endpointUrl.getHost());
    if (!LOOPBACK.contains(host) || !"http".equals(endpointUrl.getScheme())) {
      throw wrong(
          "--endpoint-url " + endpointUrl
              + ": is for a lab on this machine, such as http://127.0.0.1:4599. For AWS leave it away.");
    }
    if (profile != null) {
      throw wrong("--profile is for AWS, --endpoint-url for a lab: give one of them");
    }
    return Access.toLab(region, endpointUrl);
  }

  private Stack found(Sight<Stack> sight) {
    if (sight instanceof Sight.Seen<Stack> seen) {
      return seen.value();
    }
    if (sight instanceof Sight.Denied<Stack> denied) {
      throw wrong("you may not call " + denied.permission()
          + ", without which doctor finds nothing of the stack. SECURITY.md has the whole policy.");
    }
    if (sight instanceof Sight.Unanswered<Stack> unanswered) {
      throw wrong(
          endpointUrl == null
              ? unanswered.action() + " was not answered: " + unanswered.error()
              : "no lab answers at " + endpointUrl + ". Start one with 'keymend lab' (it said: "
                  + unanswered.error() + ").");
    }
    throw wrong("there is no stack '" + stack + "' in this account and Region. Name it with --stack"
        + " (aws cloudformation list-stacks), and its Region with --region.");
  }

  private int report(Stack found, List<Finding> findings) {
    var out = spec.commandLine().getOut();
    int status = DoctorReport.status(findings);
    if (json) {
      out.println(DoctorReport.json(found, findings, status).toPrettyString());
    } else {
      new DoctorReport(out, spec.commandLine().getColorScheme()).tell(found, findings);
    }
    return status;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
