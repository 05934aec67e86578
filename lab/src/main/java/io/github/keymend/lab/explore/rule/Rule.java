package io.github.keymend.lab.explore.rule;

import io.github.keymend.lab.explore.stage.Stage;
import io.github.keymend.lab.explore.stage.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule that must hold; one object for one history. */
public abstract class Rule implements Witness {
  private final String name;
  private final List<Breach> breaches = new ArrayList<>();
  private @Nullable Stage stage;

  /** With its name: the number in the design, and a few words. */
  protected Rule(String name) {
    this.name = name;
  }

  /** Before anything happens. */
  public void begin(Stage on) {
    this.stage = on;
  }

  /** After everything has come to rest. */
  public void end() {}

  /** How it was broken. */
  public List<Breach> breaches() {
    return breaches;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** The stage. */
  protected Stage stage() {
    return Objects.requireNonNull(stage);
  }

  /** It was broken. */
  protected void broken(String what) {
    breaches.add(new Breach(name, stage().timeline().now(), what, false));
  }

  /** It was broken, and keymend could not have known. */
  protected void unavoidable(String what) {
    breaches.add(new Breach(name, stage().timeline().now(), what, true));
  }
}
