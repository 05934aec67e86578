package io.github.keymend.lab.asl.run;

import static io.github.keymend.lab.asl.run.VirtualRun.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real handlers, called in process. */
class HandlerInvokerTest {
  /** An exception of a function: nested, so that its binary name differs from its canonical one. */
  static final class Boom extends RuntimeException {
    Boom() {
      super("no luck");
    }
  }

  private static HandlerInvoker invoker(RequestStreamHandler handler) {
    return new HandlerInvoker(Map.of("look", handler), Duration.ofSeconds(60));
  }

  @Test
  void aHandlerGetsJsonAndGivesJson() throws Exception {
    // Given
    HandlerInvoker invoker = invoker((in, out, context) -> {
      assertThat(context.getFunctionName()).isEqualTo("look");
      assertThat(context.getRemainingTimeInMillis()).isEqualTo(60_000);
      in.transferTo(out);
    });
    // When, Then
    assertThat(invoker.invoke("look", json("{'a':[1,null]}"), VirtualRun.START))
        .isEqualTo(json("{'a':[1,null]}"));
  }

  @Test
  void aHandlerThatSaysNothingGivesNull() throws Exception {
    assertThat(invoker((in, out, context) -> {})
            .invoke("look", json("{}"), VirtualRun.START)
            .isNull())
        .isTrue();
  }

  @Test
  void aThrownExceptionSurfacesUnderItsBinaryClassName() {
    // Given
    HandlerInvoker invoker = invoker((in, out, context) -> {
      throw new Boom();
    });
    // When
    LambdaError error = catchThrowableOfType(
        LambdaError.class, () -> invoker.invoke("look", json("{}"), VirtualRun.START));
    // Then
    assertThat(error.errorType())
        .isEqualTo("io.github.keymend.lab.asl.run.HandlerInvokerTest$Boom");
    var cause = json(error.cause());
    assertThat(cause.get("errorMessage").textValue()).isEqualTo("no luck");
    assertThat(cause.get("errorType").textValue()).isEqualTo(error.errorType());
    assertThat(cause.get("stackTrace").isArray()).isTrue();
  }

  @Test
  void aFunctionWithoutHandlerIsAMistakeOfTheSetUp() {
    assertThatThrownBy(
            () -> invoker((in, out, context) -> {}).invoke("nope", json("{}"), VirtualRun.START))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'nope'")
        .hasMessageContaining("[look]");
  }
}
