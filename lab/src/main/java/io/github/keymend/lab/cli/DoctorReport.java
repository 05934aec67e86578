package io.github.keymend.lab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Finding.Advice;
import io.github.keymend.lab.doctor.seen.Stack;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** What doctor found, for people and for machines. */
final class DoctorReport {
  private final PrintWriter out;
  private final Ansi ansi;

  DoctorReport(PrintWriter out, ColorScheme colors) {
    this.out = out;
    this.ansi = colors.ansi();
  }

  /** The exit status: a fault goes before what could not be seen, and that before fine. */
  static int status(List<Finding> findings) {
    if (findings.stream().anyMatch(Finding.Fault.class::isInstance)) {
      return ExitStatus.MISSED;
    }
    return findings.stream().anyMatch(Finding.CannotTell.class::isInstance)
        ? ExitStatus.UNSEEN
        : ExitStatus.OK;
  }

  void tell(Stack stack, List<Finding> findings) {
    out.println(ansi.string("@|bold stack " + stack.name() + " in " + stack.region() + "|@"));
    for (Finding each : findings) {
      out.printf(Locale.ROOT, "%s  %-12s  %s%n", colored(each), each.check(), each.seen());
      Advice advice = advice(each);
      if (advice != null) {
        out.println("             why: " + advice.why());
        out.println("             do:  " + advice.remedy());
      }
    }
    out.println();
    out.println(count(findings, Finding.Fine.class) + " fine, "
        + count(findings, Finding.Warning.class) + " to know of, "
        + count(findings, Finding.Fault.class) + " wrong, "
        + count(findings, Finding.CannotTell.class) + " that cannot be told.");
    out.flush();
  }

  static ObjectNode json(Stack stack, List<Finding> findings, int status) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("stack", stack.name()).put("region", stack.region()).put("exitStatus", status);
    ArrayNode all = root.putArray("findings");
    for (Finding each : findings) {
      ObjectNode finding = all.addObject();
      finding.put("check", each.check()).put("result", word(each)).put("seen", each.seen());
      Advice advice = advice(each);
      if (advice != null) {
        finding.put("why", advice.why()).put("remedy", advice.remedy());
      }
    }
    return root;
  }

  private static String word(Finding finding) {
    if (finding instanceof Finding.Fine) {
      return "fine";
    }
    if (finding instanceof Finding.Warning) {
      return "warning";
    }
    return finding instanceof Finding.Fault ? "fault" : "cannot tell";
  }

  private String colored(Finding finding) {
    String word = String.format(Locale.ROOT, "%-11s", word(finding));
    if (finding instanceof Finding.Fine) {
      return ansi.string("@|green " + word + "|@");
    }
    return ansi.string(
        (finding instanceof Finding.Fault ? "@|red,bold " : "@|yellow ") + word + "|@");
  }

  private static @Nullable Advice advice(Finding finding) {
    if (finding instanceof Finding.Warning warning) {
      return warning.advice();
    }
    if (finding instanceof Finding.Fault fault) {
      return fault.advice();
    }
    return finding instanceof Finding.CannotTell unknown ? unknown.advice() : null;
  }

  private static long count(List<Finding> findings, Class<? extends Finding> kind) {
    return findings.stream().filter(kind::isInstance).count();
  }
}
