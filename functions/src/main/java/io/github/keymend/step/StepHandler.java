package io.github.keymend.step;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * One task of the workflow: JSON in, one call into the domain, JSON out. It parses its input itself, so that the
 * workflow sees {@link InvalidRequestException} and not the runtime's own name for a parse error.
 *
 * @param <I> the input record
 * @param <O> the output record
 */
public abstract class StepHandler<I, O> implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(StepHandler.class);
  private final World world;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  /** With the records it reads and writes, and all that it needs. */
  protected StepHandler(Class<I> input, Class<O> output, World world) {
    this.world = world;
    this.reader = Json.MAPPER.readerFor(input);
    this.writer = Json.MAPPER.writerFor(output);
  }

  /** Does the step's work. */
  public abstract O handle(I input);

  /** All that the step needs. */
  protected final World world() {
    return world;
  }

  /** Counts one occurrence in the metrics namespace of the application. */
  protected final void count(String metric) {
    world.meter().count(metric);
  }

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context) {
    PowertoolsLogging.<@Nullable Void>withLogging(context, () -> {
      try {
        count(getClass().getSimpleName());
        O answer = handle(read(in));
        LOG.info("{} has answered", getClass().getSimpleName(), entry("answer", answer));
        writer.writeValue(out, answer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        world.meter().flush();
      }
      return null;
    });
  }

  private I read(InputStream in) throws IOException {
    try {
      return reader.readValue(in);
    } catch (JsonProcessingException e) {
      throw new InvalidRequestException(
          "the step's input is not what the workflow sends: " + e.getOriginalMessage());
    }
  }
}
