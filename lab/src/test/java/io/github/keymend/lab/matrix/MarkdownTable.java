package io.github.keymend.lab.matrix;

import io.github.keymend.lab.ProjectFiles;
import java.util.Arrays;
import java.util.List;

/** The table below a heading of a Markdown file: its head and its rows, cells without their code marks. */
record MarkdownTable(List<String> head, List<List<String>> rows) {
  static MarkdownTable below(String file, String heading) {
    List<String> lines = ProjectFiles.text(file).lines().toList();
    int from = lines.indexOf(heading);
    if (from < 0) {
      throw new IllegalArgumentException(file + " has no heading " + heading);
    }
    List<List<String>> table = lines.stream()
        .skip(from)
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .map(MarkdownTable::cells)
        .toList();
    return new MarkdownTable(table.get(0), table.subList(2, table.size()));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
        .map(cell -> cell.strip().replaceAll("^`|`$", ""))
        .toList();
  }
}
