package io.github.keymend.lab.explore.rule;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Claim;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.lab.explore.stage.ActCall;
import io.github.keymend.lab.explore.stage.Ran;
import io.github.keymend.lab.explore.stage.Remembered;
import java.util.HashSet;
import java.util.Set;

/** Rule 4: one repair per store at a time, whatever triggers arrive; and in the end no claim is held. */
public final class OneRepairAtATime extends Rule {
  /** Claims that an invocation took after the workflow had given it up: the next trigger takes them over from the dead. */
  private final Set<String> late = new HashSet<>();

  /** For one history. */
  public OneRepairAtATime() {
    super("4 one repair at a time");
  }

  private static String key(Claim claim) {
    return claim.owner() + "/" + claim.fence();
  }

  @Override
  public void act(ActCall call) {
    if (call.act() == Act.CORRECT && !call.tookEffect()) {
      // An update may be made twice; one that was refused late has done no harm.
      return;
    }
    Claim claim = stage().item(call.customKeyStoreId()).map(StoreItem::claim).orElse(null);
    String execution = call.invocation().execution().orElse("");
    if (claim == null || !claim.owner().equals(execution)) {
      broken(call.act() + " by " + execution + ", which does not hold the claim");
    }
  }

  @Override
  public void remembered(Remembered change) {
    Claim before = change.before().claim();
    Claim after = change.after().claim();
    if (before == null && after != null && change.invocation().wasGivenUp()) {
      late.add(key(after));
    }
    if (change.after().fence() < change.before().fence()) {
      broken("the fence went down");
    }
    if (before != null
        && !before.equals(after)
        && !change.invocation().execution().orElse("").equals(before.owner())) {
      Ran owner = stage().machinery().ran(before.owner());
      if (owner.isRunning() && change.at().isBefore(before.leaseUntil())) {
        broken("the claim of " + before.owner() + ", which is running, was taken away");
      }
    }
  }

  @Override
  public void ended(String execution, String status) {
    for (String id : stage().stores()) {
      Claim claim = stage().item(id).map(StoreItem::claim).orElse(null);
      if (status.equals("SUCCEEDED")
          && claim != null
          && claim.owner().equals(execution)
          && !late.contains(key(claim))) {
        broken(execution + " ended well and kept the claim");
      }
    }
  }

  @Override
  public void end() {
    for (String id : stage().stores()) {
      stage()
          .item(id)
          .map(StoreItem::claim)
          .ifPresent(claim -> broken("in the end " + claim.owner() + " still holds a claim"));
    }
  }
}
