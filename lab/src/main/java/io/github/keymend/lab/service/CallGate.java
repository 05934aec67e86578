package io.github.keymend.lab.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What every call to a simulated service goes through: faults, then the service, then the log and its listeners. */
public final class CallGate {
  private final Clock clock;
  private final CallFaults faults;
  private Throttle throttle;
  private Supplier<ServiceError> tooMany = ServiceError::throttling;
  private final List<CallRecord> log = new ArrayList<>();
  private final List<Consumer<CallRecord>> listeners = new ArrayList<>();

  /** A gate for calls of {@code operations}, without faults, whose log is stamped by {@code clock}. */
  public CallGate(Clock clock, Set<String> operations) {
    this.clock = clock;
    this.faults = new CallFaults(Set.copyOf(operations));
    this.throttle = new Throttle(clock, Map.of());
  }

  /** The faults that wait for calls. */
  public CallFaults faults() {
    return faults;
  }

  /** From now on more than {@code perSecond} calls of an operation in a virtual second are answered {@code tooMany}. */
  public void limit(Map<String, Integer> perSecond, Supplier<ServiceError> tooMany) {
    this.throttle = new Throttle(clock, perSecond);
    this.tooMany = tooMany;
  }

  /** All calls so far, in order; a live view that cannot be changed. */
  public List<CallRecord> log() {
    return Collections.unmodifiableList(log);
  }

  /** Tells {@code listener} every call after it was logged and before its caller has the answer. */
  public void onCall(Consumer<CallRecord> listener) {
    listeners.add(listener);
  }

  /**
   * Lets {@code call} through to {@code service}.
   *
   * @return what the service answers
   * @throws ServiceError the service's refusal, or the error of a fault
   * @throws ConnectionLost if a fault takes the answer away
   */
  public <T> T pass(Call call, Supplier<T> service) {
    if (!throttle.admits(call.operation())) {
      throw fail(call, false, CallFault.before(tooMany.get()));
    }
    Optional<CallFault> fault = faults.take(call.operation(), call.caller());
    if (fault.isPresent() && fault.get().moment() == CallFault.Moment.BEFORE) {
      throw fail(call, false, fault.get());
    }
    T answer;
    try {
      answer = service.get();
    } catch (ServiceError refusal) {
      record(call, false, refused(refusal));
      throw refusal;
    }
    if (fault.isPresent()) {
      throw fail(call, true, fault.get());
    }
    record(call, true, new Outcome.Accepted());
    return answer;
  }

  private RuntimeException fail(Call call, boolean tookEffect, CallFault fault) {
    ServiceError error = fault.error();
    record(call, tookEffect, error == null ? new Outcome.Lost() : refused(error));
    return error == null ? new ConnectionLost(call.operation()) : error;
  }

  private static Outcome refused(ServiceError error) {
    return new Outcome.Refused(error.type(), error.status(), error.text());
  }

  private void record(Call call, boolean tookEffect, Outcome outcome) {
    var line = new CallRecord(clock.instant(), call, tookEffect, outcome);
    log.add(line);
    listeners.forEach(listener -> listener.accept(line));
  }
}
