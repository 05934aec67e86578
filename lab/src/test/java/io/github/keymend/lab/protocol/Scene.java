package io.github.keymend.lab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.lab.asl.run.Execution;
import io.github.keymend.lab.asl.run.ExecutionEvent;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.StoreFaults;
import io.github.keymend.lab.kms.XksCredential;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Secret;
import io.github.keymend.lab.sns.Published;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One store, keymend, and the people around them. */
final class Scene {
  /** The id of the first store of every lab. */
  static final String STORE = "cks-1234567890abcdef0";

  /** The ARN of a secret by the name "credential". */
  static final String SECRET =
      "arn:aws:secretsmanager:us-east-1:111122223333:secret:credential-LabLab";

  static final Caller PERSON = Caller.user("operator");
  private static final Duration QUICK = Duration.ofSeconds(20);
  private static final Set<String> ACTS =
      Set.of("ConnectCustomKeyStore", "UpdateCustomKeyStore", "DisconnectCustomKeyStore");

  final Lab lab;
  final List<String> entered = new ArrayList<>();
  final Instant began;
  private boolean sweeping;

  private Scene(LabSettings settings) {
    this.lab = new Lab(settings, (arn, event) -> {
      if (event instanceof ExecutionEvent.StateEntered state) {
        entered.add(state.state());
      }
    });
    this.began = now();
  }

  /** An external store whose next connects fail with a code, FAILED by the first of them. */
  static Scene external(LabSettings settings, String code, int failures) {
    Scene scene = new Scene(settings);
    assertThat(scene.lab.kms().addXksStore("orders")).isEqualTo(STORE);
    scene.lab.aws().secrets().create("credential");
    scene.fail(code, failures);
    return scene;
  }

  /** The same with the template's defaults. */
  static Scene external(String code, int failures) {
    return external(LabSettings.repairing(), code, failures);
  }

  /** A CloudHSM store that is CONNECTED. */
  static Scene cloudHsm(LabSettings settings) {
    Scene scene = new Scene(settings);
    assertThat(scene.lab.kms().addCloudHsmStore("vault")).isEqualTo(STORE);
    scene.lab.aws().secrets().create("credential");
    scene.lab.kms().connectNow(STORE);
    return scene;
  }

  /** A CloudHSM store whose next connects fail with a code, FAILED by the first of them. */
  static Scene cloudHsm(LabSettings settings, String code, int failures) {
    Scene scene = cloudHsm(settings);
    scene.fail(code, failures);
    return scene;
  }

  /** The template's defaults, with a secret named for the store. */
  static LabSettings correcting() {
    return LabSettings.repairing().correcting(STORE, SECRET);
  }

  /** The store's next connects fail with a code, and the first of them ends now. */
  void fail(String code, int failures) {
    lab.kms().faults(STORE).failConnects(code, failures);
    lab.kms().connectNow(STORE);
  }

  /** KMS is quick from now on, so that a story is short. */
  Scene quick() {
    lab.kms().faults(STORE).slowDisconnects(QUICK, StoreFaults.UNTIL_FIXED);
    lab.kms().faults(STORE).slowConnects(QUICK, StoreFaults.UNTIL_FIXED);
    return this;
  }

  /** How often a call that changes the store truly changed it, whatever keymend was told. */
  long effects(String operation) {
    return acts().stream()
        .filter(each -> each.call().operation().equals(operation + "CustomKeyStore"))
        .filter(CallRecord::tookEffect)
        .count();
  }

  /** Time passes until keymend has made its nth call of an operation. */
  void passUntilAct(String operation, int nth) {
    passUntil(
        operation + " number " + nth,
        () -> actNames().stream().filter(operation::equals).count() == nth);
  }

  /** The proxy takes another credential from now on, and a person puts it into the secret: the version's id. */
  String putProxyCredential() {
    String accessKeyId = "LABLABLABLABLABLAAAAAAAB";
    String secret = "newSecret+".repeat(5);
    lab.kms().proxy(STORE).acceptOnly(new XksCredential(accessKeyId, new Secret(secret)));
    return lab.aws()
        .secrets()
        .put(
            SECRET,
            "{\"accessKeyId\":\"" + accessKeyId + "\",\"rawSecretAccessKey\":\"" + secret + "\"}");
  }

  /** Time passes, with a sweep every five minutes. */
  void pass(Duration span) {
    sweep();
    lab.run(span);
  }

  /** A long time passes, with a sweep every half hour. */
  void passSlowly(Duration span) {
    lab.loseSweeps(true);
    for (Instant end = now().plus(span); now().isBefore(end); ) {
      lab.run(Duration.ofMinutes(30));
      lab.sweep();
    }
    lab.run(Duration.ofMinutes(1));
    lab.loseSweeps(false);
  }

  /** Time passes with sweeps until something is so, a day at most. */
  void passUntil(String what, BooleanSupplier so) {
    sweep();
    Instant end = now().plus(Duration.ofDays(1));
    while (!so.getAsBoolean() && now().isBefore(end)) {
      lab.timeline().runNext();
    }
    assertThat(so.getAsBoolean()).as(what).isTrue();
  }

  private void sweep() {
    if (!sweeping) {
      sweeping = true;
      lab.startSweeping();
    }
  }

  /** A repair without a command. */
  String repair() {
    return lab.startByHand("{\"customKeyStoreId\":\"" + STORE + "\"}");
  }

  String command(String command) {
    return lab.command(STORE, command);
  }

  Instant now() {
    return lab.timeline().now();
  }

  boolean hasLasted(Duration span) {
    return !now().isBefore(began.plus(span));
  }

  /** The store's true state. */
  ConnectionState state() {
    return lab.kms().store(STORE).orElseThrow().state();
  }

  StoreItem item() {
    return lab.item(STORE).orElseThrow();
  }

  Optional<Incident> incident() {
    return lab.item(STORE).map(StoreItem::incident);
  }

  /** Why the open incident rests; null where none is open or it does not rest. */
  @Nullable
  ParkReason parked() {
    return incident().map(Incident::parked).map(Parked::reason).orElse(null);
  }

  /** keymend's calls that change a store, whatever became of them. */
  List<CallRecord> acts() {
    return lab.kms().calls().stream()
        .filter(
            each -> ACTS.contains(each.call().operation()) && isOurs(each.call().caller()))
        .toList();
  }

  /** The names of those calls, without "CustomKeyStore". */
  List<String> actNames() {
    return acts().stream()
        .map(each -> each.call().operation().replace("CustomKeyStore", ""))
        .toList();
  }

  static boolean isOurs(@Nullable Caller caller) {
    return caller != null && caller.name().startsWith("keymend-");
  }

  /** The messages that keymend sent, in order. */
  List<Published> messages() {
    return lab.aws().sns().published().stream()
        .filter(message -> isOurs(message.caller()))
        .toList();
  }

  /** What they tell. */
  List<String> kinds() {
    return messages().stream().map(each -> attribute(each, "kind")).toList();
  }

  /** Their texts. */
  List<String> texts() {
    return messages().stream().map(each -> each.request().message()).toList();
  }

  /** Their ids. */
  List<String> messageIds() {
    return messages().stream().map(each -> attribute(each, "messageId")).toList();
  }

  /** Their threads. */
  Set<String> threads() {
    return messages().stream()
        .map(each -> attribute(each, "threadKey"))
        .collect(Collectors.toSet());
  }

  private static String attribute(Published message, String name) {
    return String.valueOf(message.request().attributes().get(name));
  }

  /** The messages that were sent without any code of keymend. */
  List<String> lastNet() {
    return lab.aws().sns().published().stream()
        .filter(message -> !isOurs(message.caller()))
        .map(message -> message.request().message())
        .toList();
  }

  String lastMessage() {
    List<Published> all = messages();
    return all.isEmpty() ? "" : all.get(all.size() - 1).request().message();
  }

  String statusOf(String arn) {
    return lab.stepFunctions().describeExecution(arn).status().name();
  }

  /** Whether anything is running. */
  boolean isQuiet() {
    return !lab.stepFunctions().isRunning();
  }

  /** How many executions have ended in this way. */
  long ended(String status) {
    return lab.stepFunctions().executions().stream()
        .map(Execution::status)
        .filter(each -> each.name().equals(status))
        .count();
  }
}
