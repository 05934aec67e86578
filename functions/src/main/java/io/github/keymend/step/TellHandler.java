package io.github.keymend.step;

/** Tell: send the store's unsent messages. What fails here stays written, and the sweep sends it. */
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
   * @param customKeyStoreId the store
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
    return new Output(world()
        .items()
        .find(input.customKeyStoreId())
        .map(item -> Telling.all(world(), item))
        .orElse(0));
  }
}
