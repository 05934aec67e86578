package io.github.keymend.step;

/** Tell: send the unsent messages of the store and of the account. What fails here stays written, and the sweep sends it. */
public final class TellHandler extends StepHandler<TellHandler.Input, TellHandler.Output> {

  /** Called by the Lambda runtime. */
  public TellHandler() {
    this(Wiring.world());
  }

  /** With the given world. */
  public TellHandler(World world) {
    super(Input.class, Output.class, world);
  }

  /**
   * What the workflow hands in.
   *
   * @param customKeyStoreId the store; empty: only what the account has to say
   */
  public record Input(String customKeyStoreId) {}

  /**
   * What the workflow gets.
   *
   * @param sent how many messages were sent
   */
  public record Output(int sent) {}

  @Override
  public Output handle(Input input) {
    String id = input.customKeyStoreId();
    int account = 0;
    int store = 0;
    try {
      store = id.isEmpty()
          ? 0
          : world().items().find(id).map(item -> Telling.all(world(), item)).orElse(0);
    } finally {
      // One message that is not taken holds up no other.
      account = AccountBreaker.tell(world());
    }
    return new Output(store + account);
  }
}
