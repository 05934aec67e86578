package io.github.keymend.lab.asl.model;

import io.github.keymend.lab.asl.query.Template;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A call of a Lambda function by the optimised integration {@code lambda:invoke}.
 *
 * @param name of the state
 * @param function FunctionName after substitution: a name or an ARN
 * @param payload what the function gets
 * @param timeout how long the call may take before it fails with {@code States.Timeout}
 * @param retry asked in order when an attempt fails
 * @param catches asked in order when no retry is left
 * @param exit the way out after success
 */
public record TaskState(
    String name,
    String function,
    Template payload,
    Duration timeout,
    List<Retrier> retry,
    List<Catcher> catches,
    Exit exit)
    implements State {
  @Override
  public Stream<Exit> exits() {
    return Stream.concat(Stream.of(exit), catches.stream().map(Catcher::exit));
  }
}
