package io.github.keymend.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.domain.incident.Claim;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.rule.Claiming;
import io.github.keymend.domain.rule.Claiming.Opened;
import io.github.keymend.domain.rule.OwnerStatus;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.port.StoreItems.Change;
import java.time.Instant;
import java.util.Optional;

/** Open the incident: find the store, take the claim, hear what is asked; or leave a note for the live repair. */
public final class OpenHandler extends StepHandler<OpenHandler.Input, OpenHandler.Output> {

  /** Called by the Lambda runtime. */
  public OpenHandler() {
    this(Wiring.world());
  }

  /** With the given world. */
  public OpenHandler(World world) {
    super(Input.class, Output.class, world);
  }

  /**
   * What the workflow hands in.
   *
   * @param execution the ARN of the execution
   * @param startedAt when it started
   * @param request its input, unread
   */
  public record Input(String execution, Instant startedAt, JsonNode request) {}

  /**
   * What the workflow gets.
   *
   * @param opened CLAIMED: go on; HELD: another repair is at work and has a note now; IGNORED: not one of the
   *     stores that keymend cares for; RESET: it was about the account's breaker, and is done
   * @param customKeyStoreId the store; empty with RESET
   * @param fence the number of the claim
   */
  public record Output(String opened, String customKeyStoreId, long fence) {}

  @Override
  public Output handle(Input input) {
    Request request = Request.read(input.request(), input.execution(), input.startedAt());
    Trigger.Commanded reset = request.accountReset();
    if (reset != null) {
      AccountBreaker.reset(world(), reset);
      return new Output("RESET", "", 0);
    }
    Identity identity = find(request);
    String id = identity.customKeyStoreId();
    Optional<StoreItem> known = world().items().find(id);
    if (!world().settings().caresFor(id) && !goesOnAllTheSame(known, id, request.trigger())) {
      return new Output("IGNORED", id, 0);
    }
    Optional<Claim> read = known.map(StoreItem::claim);
    OwnerStatus owner =
        read.map(claim -> world().executions().status(claim.owner())).orElse(OwnerStatus.UNKNOWN);
    Instant now = world().clock().instant();
    return world().items().change(identity, item -> {
      Claim claim = item.claim();
      // What is known of an owner says nothing of another one that came in between.
      boolean sameOwner =
          claim != null && read.isPresent() && claim.owner().equals(read.get().owner());
      Opened opened = Claiming.open(
          item,
          request.trigger(),
          input.execution(),
          sameOwner ? owner : OwnerStatus.RUNNING,
          world().settings(),
          world().letters(),
          now);
      String result = opened.claimed() ? "CLAIMED" : "HELD";
      return Change.of(opened.item(), new Output(result, id, opened.item().fence()));
    });
  }

  /**
   * Whether to go on with a store out of keymend's care. An incident that was open when it left is brought to rest or to
   * its end, and hears who else acts on the store; nothing is begun.
   *
   * @throws NotInCareException where a person commands what will not be done
   */
  private boolean goesOnAllTheSame(Optional<StoreItem> known, String id, Trigger trigger) {
    boolean open = known.map(StoreItem::incident).isPresent();
    if (trigger instanceof Trigger.Commanded given && !(open && given.command() == Command.STOP)) {
      boolean excluded = world().settings().excluded().contains(id);
      throw new NotInCareException(id + " is not in keymend's care: the stack's parameter "
          + (excluded ? "ExcludedStores names it" : "Stores does not name it")
          + ". Nothing was done. Change the parameter to have keymend act on it, or act on the store yourself: "
          + "aws kms connect-custom-key-store --custom-key-store-id " + id);
    }
    return open;
  }

  private Identity find(Request request) {
    String id = request.customKeyStoreId();
    if (id == null) {
      String name = String.valueOf(request.customKeyStoreName());
      return world()
          .keyStores()
          .byName(name)
          .map(KeyStore::identity)
          .orElseThrow(() -> unknown("name", name));
    }
    Optional<Identity> store = world().keyStores().byId(id).map(KeyStore::identity);
    // A store that is gone may still have an open incident, which must be closed and told.
    return store
        .or(() -> world().items().find(id).map(StoreItem::identity))
        .orElseThrow(() -> unknown("id", id));
  }

  private static UnknownStoreException unknown(String what, String value) {
    String hint = what.equals("name") && value.startsWith("cks-")
        ? "; it looks like an id: give it as customKeyStoreId"
        : "";
    return new UnknownStoreException("there is no custom key store with the " + what + " \"" + value
        + "\" in this account and Region" + hint
        + "; aws kms describe-custom-key-stores lists them");
  }
}
