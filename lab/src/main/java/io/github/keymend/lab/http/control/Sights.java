package io.github.keymend.lab.http.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.aws.ItemJson;
import io.github.keymend.lab.kms.HsmBacking;
import io.github.keymend.lab.kms.KmsUser;
import io.github.keymend.lab.kms.StateChange;
import io.github.keymend.lab.kms.StoreView;
import io.github.keymend.lab.sns.Published;
import io.github.keymend.lab.stage.Lab;
import java.util.List;

/** What can be seen of a lab beyond AWS's API: the truth about the stores, keymend's memory, what it told people. */
final class Sights {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Lab lab;

  Sights(Lab lab) {
    this.lab = lab;
  }

  JsonNode see(List<String> path, double speed) {
    String what = path.isEmpty() ? "" : path.get(0);
    return switch (what) {
      case "" -> overview(speed);
      case "stores" -> stores();
      case "changes" -> changes();
      case "incidents" -> incidents();
      case "messages" -> messages();
      case "account" -> new AccountControl(lab).see();
      default ->
        throw new NotFoundException("there is no /_lab/" + what
            + "; there are /_lab, /_lab/stores, /_lab/changes, /_lab/incidents, /_lab/messages,"
            + " /_lab/account");
    };
  }

  JsonNode store(StoreView view) {
    ObjectNode store = object();
    store.put("id", view.id()).put("name", view.name()).put("type", view.type().name());
    store.put("state", view.state().name());
    if (view.errorCode() != null) {
      store.put("code", view.errorCode());
    }
    store.put("since", lab.kms().since(view.id()).toString());
    if (view.backing() instanceof HsmBacking hsm) {
      store.put("clusterId", hsm.clusterId());
      lab.kms()
          .backends()
          .kmsUser(hsm.clusterId())
          .ifPresent(user -> store.set("kmsuser", kmsUser(user, hsm)));
    }
    return store;
  }

  private static ObjectNode kmsUser(KmsUser user, HsmBacking hsm) {
    return object()
        .put("exists", user.exists())
        .put("locked", user.isLocked())
        .put("failedLogIns", user.failedLogIns())
        .put("loggedIn", user.session().name())
        .put("kmsHoldsThePassword", user.hasPassword(hsm.password()));
  }

  private JsonNode overview(double speed) {
    ObjectNode answer = object().put("now", lab.timeline().now().toString()).put("speed", speed);
    answer.set("stores", stores());
    ObjectNode verbs = answer.putObject("verbs");
    for (Verb verb : Verb.values()) {
      verbs.put("POST /_lab/stores/{name or id}/" + verb.word(), verb.members());
    }
    verbs.put("POST /_lab/stores", "store (" + StoreWish.FORM + ")");
    verbs.put(
        "POST /_lab/backends", "cluster, password; or proxy, accessKeyId, rawSecretAccessKey");
    verbs.put("POST /_lab/errors", "operation, error, times (1): what KMS answers next");
    verbs.put("POST /_lab/account", "an aspect and what is wrong with it: GET /_lab/account");
    verbs.put("POST /_lab/clock", "advance (10m, PT10M), speed");
    ArrayNode sights = answer.putArray("sights");
    for (String sight : List.of("stores", "changes", "incidents", "messages", "account")) {
      sights.add("GET /_lab/" + sight);
    }
    return answer;
  }

  private ArrayNode stores() {
    ArrayNode stores = array();
    lab.kms().stores().forEach(view -> stores.add(store(view)));
    return stores;
  }

  private ArrayNode changes() {
    ArrayNode changes = array();
    for (StateChange change : lab.kms().changes()) {
      ObjectNode entry = changes.addObject();
      entry.put("at", change.at().toString()).put("store", change.storeId());
      entry.put("from", change.from().name()).put("to", change.to().name());
      if (change.errorCode() != null) {
        entry.put("code", change.errorCode());
      }
      entry.put("by", change.caller() == null ? "KMS" : change.caller().name());
    }
    return changes;
  }

  private JsonNode incidents() {
    ArrayNode items = array();
    lab.items().all().forEach(item -> items.add(parse(ItemJson.write(item))));
    return items;
  }

  private JsonNode messages() {
    ArrayNode messages = array();
    for (Published published : lab.aws().sns().published()) {
      ObjectNode message = messages.addObject();
      message.put("at", published.at().toString());
      message.put("subject", published.request().subject());
      message.put("text", published.request().message());
    }
    return messages;
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what keymend remembers is JSON", e);
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
