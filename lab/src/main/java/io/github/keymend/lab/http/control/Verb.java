package io.github.keymend.lab.http.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.SimulatedKms;
import io.github.keymend.lab.kms.StoreFaults;
import io.github.keymend.lab.service.Secret;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be done to one store by other means than AWS's API. */
public enum Verb {
  /** The store is FAILED now, as after a connect that failed; then {@code connects} more connects fail with the same code. */
  FAIL("code, connects (0; -1: until it is fixed)", "code,connects") {
    @Override
    void act(SimulatedKms kms, String id, Arguments arguments) {
      String code = arguments.required("code").toUpperCase(Locale.ROOT);
      int connects = arguments.number("connects", 0, -1, 1000);
      kms.failNow(id, code);
      if (connects != 0) {
        kms.faults(id).failConnects(code, connects < 0 ? StoreFaults.UNTIL_FIXED : connects);
      }
    }
  },
  /** Causes are gone: the one of {@code code}, or all of them. What has already failed stays FAILED. */
  FIX("code (all)", "code") {
    @Override
    void act(SimulatedKms kms, String id, Arguments arguments) {
      String code = arguments.text("code");
      if (code == null) {
        kms.faults(id).fixed();
      } else {
        kms.faults(id).fixed(code.toUpperCase(Locale.ROOT));
      }
    }
  },
  /** The store is in a state at once, by nobody's call. */
  STATE("state, code (with FAILED alone)", "state,code") {
    @Override
    void act(SimulatedKms kms, String id, Arguments arguments) {
      var state = Words.parse("state", ConnectionState.class, arguments.required("state"));
      kms.bring(id, state, arguments.text("code"));
    }
  },
  /** An HSM admin changes the password of kmsuser in the HSM, which unlocks it; KMS does not learn it. */
  PASSWORD("password", "password") {
    @Override
    void act(SimulatedKms kms, String id, Arguments arguments) {
      kms.kmsUser(id).changePassword(new Secret(arguments.required("password")));
    }
  },
  /** Wrong passwords are tried until kmsuser is locked. */
  LOCK("", "") {
    @Override
    void act(SimulatedKms kms, String id, Arguments arguments) {
      kms.kmsUser(id).lock();
    }
  },
  /** A person logs in as kmsuser and stays. */
  LOGIN("", "") {
    @Override
    void act(SimulatedKms kms, String id, Arguments arguments) {
      kms.kmsUser(id).personLogsIn();
    }
  },
  /** The person logs out. */
  LOGOUT("", "") {
    @Override
    void act(SimulatedKms kms, String id, Arguments arguments) {
      kms.kmsUser(id).personLogsOut();
    }
  },
  /** The next connects, or disconnects, never end. */
  HANG("what (connect, disconnect), times (1)", "what,times") {
    @Override
    void act(SimulatedKms kms, String id, Arguments arguments) {
      int times = arguments.number("times", 1, 1, 1000);
      if (arguments.oneOf("what", Hanging.class, Hanging.CONNECT) == Hanging.CONNECT) {
        kms.faults(id).hangConnects(times);
      } else {
        kms.faults(id).hangDisconnects(times);
      }
    }
  };

  private enum Hanging {
    CONNECT,
    DISCONNECT
  }

  private final String members;
  private final String known;

  Verb(String members, String known) {
    this.members = members;
    this.known = known;
  }

  abstract void act(SimulatedKms kms, String id, Arguments arguments);

  /** The members of its request, for people. */
  public String members() {
    return members;
  }

  /** Its name in a path. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Does it to the store {@code id}. */
  void apply(SimulatedKms kms, String id, JsonNode request) {
    act(kms, id, new Arguments(request, known.split(",")));
  }

  static @Nullable Verb named(String word) {
    return Arrays.stream(values())
        .filter(verb -> verb.word().equals(word))
        .findFirst()
        .orElse(null);
  }
}
