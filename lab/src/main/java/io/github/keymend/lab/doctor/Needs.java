package io.github.keymend.lab.doctor;

import static io.github.keymend.lab.doctor.Need.On.EVERYTHING;
import static io.github.keymend.lab.doctor.Need.On.EXECUTIONS;
import static io.github.keymend.lab.doctor.Need.On.FUNCTIONS;
import static io.github.keymend.lab.doctor.Need.On.KEYS;
import static io.github.keymend.lab.doctor.Need.On.SECRETS;
import static io.github.keymend.lab.doctor.Need.On.TABLE;
import static io.github.keymend.lab.doctor.Need.On.TOPIC;
import static io.github.keymend.lab.doctor.Need.On.WORKFLOW;

import io.github.keymend.lab.doctor.Need.When;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each role of the stack needs: what the template gives it, held together by a test. */
public final class Needs {
  /** The owner of the workflow's role. */
  public static final String MACHINE = "RepairStateMachine";

  private static final Need QUERY = Need.of("dynamodb:Query", TABLE);
  private static final Need DESCRIBE = Need.of("kms:DescribeCustomKeyStores", EVERYTHING);
  private static final Need IS_IT_RUNNING = Need.of("states:DescribeExecution", EXECUTIONS);
  private static final Need PUBLISH = Need.of("sns:Publish", TOPIC);
  private static final Need LIST_VERSIONS =
      new Need("secretsmanager:ListSecretVersionIds", SECRETS, When.NAMED);

  /** The functions of the workflow. */
  public static final List<String> STEPS = List.of(
      "OpenFunction",
      "LookFunction",
      "DiagnoseFunction",
      "DisconnectFunction",
      "CorrectFunction",
      "ConnectFunction",
      "ParkFunction",
      "CloseFunction",
      "TellFunction");

  /** All functions. */
  public static final List<String> ALL_FUNCTIONS = functions();

  private static final Map<String, List<Need>> BY_OWNER = byOwner();

  private Needs() {}

  /** What each owner of a role (a function, or {@link #MACHINE}) needs, by logical id. */
  public static Map<String, List<Need>> all() {
    return BY_OWNER;
  }

  private static List<String> functions() {
    List<String> all = new ArrayList<>(STEPS);
    all.add("SweepFunction");
    return List.copyOf(all);
  }

  private static Map<String, List<Need>> byOwner() {
    Map<String, List<Need>> needs = new LinkedHashMap<>();
    needs.put("OpenFunction", remembering(DESCRIBE, IS_IT_RUNNING));
    needs.put("LookFunction", remembering(DESCRIBE));
    needs.put("DiagnoseFunction", remembering(QUERY, LIST_VERSIONS));
    needs.put("DisconnectFunction", remembering(DESCRIBE, act("kms:DisconnectCustomKeyStore")));
    needs.put(
        "CorrectFunction",
        remembering(
            DESCRIBE,
            new Need("kms:UpdateCustomKeyStore", EVERYTHING, When.CORRECTING),
            new Need("secretsmanager:GetSecretValue", SECRETS, When.CORRECTING)));
    needs.put("ConnectFunction", remembering(DESCRIBE, act("kms:ConnectCustomKeyStore")));
    needs.put("ParkFunction", remembering());
    needs.put("CloseFunction", remembering());
    needs.put("TellFunction", remembering(PUBLISH));
    needs.put(
        "SweepFunction",
        remembering(
            QUERY,
            DESCRIBE,
            IS_IT_RUNNING,
            PUBLISH,
            LIST_VERSIONS,
            Need.of("states:StartExecution", WORKFLOW),
            Need.of("sns:ListSubscriptionsByTopic", TOPIC),
            new Need("secretsmanager:DescribeSecret", SECRETS, When.NAMED),
            new Need("kms:DescribeKey", KEYS, When.NAMED)));
    needs.put(MACHINE, List.of(Need.of("lambda:InvokeFunction", FUNCTIONS)));
    return Map.copyOf(needs);
  }

  private static Need act(String action) {
    return new Need(action, EVERYTHING, When.ACTING);
  }

  private static List<Need> remembering(Need... more) {
    List<Need> needs = new ArrayList<>();
    needs.add(Need.of("dynamodb:GetItem", TABLE));
    needs.add(Need.of("dynamodb:PutItem", TABLE));
    needs.addAll(List.of(more));
    return List.copyOf(needs);
  }
}
