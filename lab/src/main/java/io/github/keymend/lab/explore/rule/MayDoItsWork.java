package io.github.keymend.lab.explore.rule;

/** Every function may do what its step needs: IAM refuses nothing that the history does not have it refuse. */
public final class MayDoItsWork extends Rule {
  /** For one history. */
  public MayDoItsWork() {
    super("13 may do its work");
  }

  @Override
  public void denied(String function, String action) {
    broken(function + " may not " + action);
  }
}
