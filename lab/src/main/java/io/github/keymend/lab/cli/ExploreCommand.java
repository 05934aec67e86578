package io.github.keymend.lab.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.explore.core.CoreDepth;
import io.github.keymend.lab.explore.full.FullDepth;
import io.github.keymend.lab.explore.history.History;
import io.github.keymend.lab.explore.history.HistoryJson;
import io.github.keymend.lab.explore.rule.Breach;
import io.github.keymend.lab.explore.rule.Rules;
import io.github.keymend.lab.explore.run.Exploration;
import io.github.keymend.lab.explore.run.Explorer;
import io.github.keymend.lab.explore.run.Found;
import io.github.keymend.lab.explore.run.Generator;
import io.github.keymend.lab.explore.run.Player;
import io.github.keymend.lab.explore.run.Shrinker;
import io.github.keymend.lab.explore.run.Tale;
import io.github.keymend.lab.explore.run.Verdict;
import io.github.keymend.lab.explore.stage.Depth;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Searches for the history that breaks a safety rule. */
@Command(
    name = "explore",
    description =
        "Play random histories of failures, people and crashes against the safety rules, shrink the first"
            + " that breaks one, and say how to replay it.")
final class ExploreCommand implements Callable<Integer> {
  private static final int LISTED = 10;

  enum DepthName {
    core,
    full
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(
      names = "--histories",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many histories (default: ${DEFAULT-VALUE}).")
  private int histories;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description =
          "The seed of the first history; the next ones count up (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--depth",
      paramLabel = "core|full",
      defaultValue = "core",
      description =
          "core: domain, handlers and ports in memory. full: also the deployed workflow file with its"
              + " JSONata, and the real SDK (default: ${DEFAULT-VALUE}).")
  private DepthName depth = DepthName.core;

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      description = "Play this one history and tell it as a timeline.")
  private @Nullable Path replay;

  @Option(names = "--json", description = "Write the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    // What goes wrong in a history is meant to, and its timeline tells it.
    System.setProperty("keymend.lab.log", "OFF");
    if (replay != null) {
      return replay(replay);
    }
    if (histories < 1) {
      throw new ParameterException(spec.commandLine(), "--histories must be 1 or more");
    }
    PrintWriter err = spec.commandLine().getErr();
    int step = Math.max(1, histories / 20);
    long start = System.nanoTime();
    Exploration exploration = new Explorer(depths(), Runtime.getRuntime().availableProcessors())
        .explore(seed, histories, played -> {
          if (played % step == 0) {
            double seconds = Math.max(0.001, (System.nanoTime() - start) / 1e9);
            err.printf("%d of %d histories, %.0f a second%n", played, histories, played / seconds);
            err.flush();
          }
        });
    if (json) {
      print(exploration);
    } else {
      report(exploration);
    }
    if (exploration.found().isEmpty()) {
      return ExitStatus.OK;
    }
    broken(exploration.found().get(0));
    return ExitStatus.MISSED;
  }

  private Supplier<Depth> depths() {
    return depth == DepthName.core ? CoreDepth::new : FullDepth::new;
  }

  private void report(Exploration exploration) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%d histories (%s, seeds from %d) in %.1f s: %.0f a second%n",
        exploration.histories(),
        depth,
        seed,
        exploration.took().toMillis() / 1000.0,
        exploration.perSecond());
    out.printf("Rules broken: %s%n", exploration.found().isEmpty() ? "none" : "see below");
    out.printf(
        "Unavoidable: %d (nothing was heard of it, and keymend had not seen the store as it was for 10 minutes)%n",
        exploration.unavoidable());
    out.printf(
        "Coverage: %d of %d cells that can be reached (state of the workflow x error code x what happened)%n",
        exploration.coverage().reached(), exploration.coverage().cells());
    List<String> unmet = List.copyOf(exploration.coverage().unmet());
    out.printf(
        "State and event that never met: %d%s%n",
        unmet.size(),
        unmet.isEmpty() ? "" : ", such as " + unmet.subList(0, Math.min(LISTED, unmet.size())));
    out.printf("Codes never met: %s%n", exploration.coverage().unmetCodes());
  }

  private void print(Exploration exploration) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("histories", exploration.histories())
        .put("seed", seed)
        .put("depth", depth.name())
        .put("seconds", exploration.took().toMillis() / 1000.0)
        .put("historiesPerSecond", exploration.perSecond())
        .put("unavoidable", exploration.unavoidable())
        .put("cellsReached", exploration.coverage().reached())
        .put("cells", exploration.coverage().cells());
    var broken = node.putArray("broken");
    exploration
        .found()
        .forEach(found -> broken
            .addObject()
            .put("seed", found.seed())
            .put("rule", found.breach().rule())
            .put("what", found.breach().what()));
    spec.commandLine().getOut().println(node);
  }

  private void broken(Found found) throws IOException {
    PrintWriter out = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
    Player player = new Player(depths().get(), Rules::all);
    History smallest = Shrinker.shrink(player, Generator.history(found.seed()));
    Path file = Path.of("history-" + found.seed() + ".json");
    Files.writeString(file, HistoryJson.write(smallest));
    tell(out, player, smallest);
    out.println("Seed " + found.seed() + ", shrunk to " + smallest.actions().size() + " actions.");
    out.println("Replay: ./keymend explore --depth " + depth + " --replay " + file);
    out.flush();
  }

  private int replay(Path file) throws IOException {
    History history;
    try {
      history = HistoryJson.read(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), file + ": " + e.getMessage(), e);
    }
    Player player = new Player(depths().get(), Rules::all);
    boolean held = tell(spec.commandLine().getOut(), player, history);
    return held ? ExitStatus.OK : ExitStatus.MISSED;
  }

  /** Tells the history; whether every rule held. */
  private static boolean tell(PrintWriter out, Player player, History history) {
    Tale tale = new Tale();
    Verdict verdict = player.tell(history, tale);
    out.println(history.setup());
    tale.lines().forEach(out::println);
    for (Breach breach : verdict.breaches()) {
      out.println((breach.unavoidable() ? "UNAVOIDABLE " : "BROKEN ") + breach.rule() + ": "
          + breach.what());
    }
    if (verdict.breaches().isEmpty()) {
      out.println("Every rule held.");
    }
    return verdict.broken().isEmpty();
  }
}
