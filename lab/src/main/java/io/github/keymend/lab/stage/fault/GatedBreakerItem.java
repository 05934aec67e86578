package io.github.keymend.lab.stage.fault;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.lab.service.Call;
import io.github.keymend.lab.service.CallGate;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ConnectionLost;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.port.BreakerItem;
import io.github.keymend.port.TransientException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is remembered of the account's breaker, with the same faults as the rest of the memory. */
public final class GatedBreakerItem implements BreakerItem {
  /** What can be asked of it, by names of its own: it is another item than those of the stores. */
  public static final Set<String> OPERATIONS = Set.of("findBreaker", "changeBreaker");

  private final BreakerItem breaker;
  private final CallGate gate;
  private final Caller caller;

  /** For one caller. */
  public GatedBreakerItem(BreakerItem breaker, CallGate gate, Caller caller) {
    this.breaker = breaker;
    this.gate = gate;
    this.caller = caller;
  }

  @Override
  public Breaker find() {
    return pass("findBreaker", breaker::find);
  }

  @Override
  public <R> R change(Function<Breaker, Change<R>> change) {
    return pass("changeBreaker", () -> breaker.change(change));
  }

  private <T> T pass(String operation, Supplier<T> call) {
    Invocations.reach(Side.BEFORE, operation);
    try {
      T answer = gate.pass(Call.of(operation, "", caller), call);
      Invocations.reach(Side.AFTER, operation);
      return answer;
    } catch (ServiceError | ConnectionLost e) {
      throw new TransientException("the table did not answer: " + e.getMessage(), e);
    }
  }
}
