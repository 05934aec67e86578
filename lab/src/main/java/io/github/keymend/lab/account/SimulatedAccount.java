package io.github.keymend.lab.account;

import io.github.keymend.aws.Lazy;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The account around keymend: the stack that is deployed in it, when its sweep ran, and what is wrong. */
public final class SimulatedAccount {
  /** Keys that are in no custom key store of the lab's KMS, and those that stand for one in a store. */
  private final AccountKeys keys = new AccountKeys();

  private final Ailments ailments = new Ailments();
  private final SweepLog sweeps = new SweepLog();
  private @Nullable Supplier<DeployedStack> stack;

  /** From now on keymend is deployed in it; read from the template when somebody looks. */
  public void deploy(Supplier<DeployedStack> deployed) {
    this.stack = new Lazy<>(deployed);
  }

  /** keymend's stack, where it is deployed and not gone. */
  public Optional<DeployedStack> stack() {
    return ailments.has(Ailment.STACK_GONE)
        ? Optional.empty()
        : Optional.ofNullable(stack).map(Supplier::get);
  }

  /** What is wrong. */
  public Ailments ailments() {
    return ailments;
  }

  /** When the sweep ran. */
  public SweepLog sweeps() {
    return sweeps;
  }

  /** The account's other keys. */
  public AccountKeys keys() {
    return keys;
  }
}
