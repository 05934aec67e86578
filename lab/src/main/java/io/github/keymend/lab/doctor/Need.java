package io.github.keymend.lab.doctor;

/**
 * One action that a role needs.
 *
 * @param action such as {@code sns:Publish}
 * @param on what on
 * @param when in which deployments
 */
public record Need(String action, On on, When when) {
  /** What an action is on. */
  public enum On {
    /** Actions that IAM knows no resource for. */
    EVERYTHING,
    /** The table of the incidents. */
    TABLE,
    /** The topic of the messages. */
    TOPIC,
    /** The repair workflow. */
    WORKFLOW,
    /** Executions of the repair workflow. */
    EXECUTIONS,
    /** The named secrets. */
    SECRETS,
    /** The keys of the named secrets. */
    KEYS,
    /** The functions of the workflow. */
    FUNCTIONS
  }

  /** In which deployments. */
  public enum When {
    /** In all. */
    ALWAYS,
    /** With Mode=repair. */
    ACTING,
    /** With named secrets. */
    NAMED,
    /** With both. */
    CORRECTING;

    /** Whether that is so. */
    public boolean holds(boolean acting, boolean named) {
      return switch (this) {
        case ALWAYS -> true;
        case ACTING -> acting;
        case NAMED -> named;
        case CORRECTING -> acting && named;
      };
    }
  }

  static Need of(String action, On on) {
    return new Need(action, on, When.ALWAYS);
  }
}
