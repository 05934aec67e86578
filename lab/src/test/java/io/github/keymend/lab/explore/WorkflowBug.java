package io.github.keymend.lab.explore;

import static java.util.regex.Pattern.MULTILINE;

import io.github.keymend.lab.ProjectFiles;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bug in the text of the workflow.
 *
 * @param name what is wrong
 * @param state in which state
 * @param right the text as it is deployed
 * @param wrong the text instead
 * @param histories within how many histories of full depth it is found, seeds from 1
 */
record WorkflowBug(String name, String state, String right, String wrong, int histories) {
  /** The workflow with the bug. */
  String workflow() {
    String text = ProjectFiles.text("statemachine/repair.asl.yaml");
    Matcher section = Pattern.compile(
            "^  " + Pattern.quote(state) + ":\n(?:(?:    .*)?\n)*", MULTILINE)
        .matcher(text);
    if (!section.find() || !section.group().contains(right)) {
      throw new IllegalStateException("the deployed state '" + state + "' has no text " + right);
    }
    int at = section.start() + section.group().indexOf(right);
    return text.substring(0, at) + wrong + text.substring(at + right.length());
  }

  @Override
  public String toString() {
    return name;
  }
}
