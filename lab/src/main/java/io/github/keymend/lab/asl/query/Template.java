package io.github.keymend.lab.asl.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** JSON of the workflow file in which any text may be an expression. */
public sealed interface Template {
  /**
   * The JSON with every expression replaced by its value.
   *
   * @param field where this stands, for messages, for example {@code Output}
   * @throws QueryEvaluationException as {@link Query#evaluate}; one undefined field fails the whole
   */
  JsonNode evaluate(Scope scope, String field);

  /** Tells every expression in here, with the field it stands in. */
  void forEachQuery(String field, BiConsumer<String, Query> action);

  /** Plain JSON. */
  record Literal(JsonNode value) implements Template {
    @Override
    public JsonNode evaluate(Scope scope, String field) {
      return value;
    }

    @Override
    public void forEachQuery(String field, BiConsumer<String, Query> action) {}
  }

  /** An expression. */
  record Computed(Query query) implements Template {
    @Override
    public JsonNode evaluate(Scope scope, String field) {
      return query.evaluate(scope, field);
    }

    @Override
    public void forEachQuery(String field, BiConsumer<String, Query> action) {
      action.accept(field, query);
    }
  }

  /** A JSON object. */
  record Fields(Map<String, Template> fields) implements Template {
    @Override
    public JsonNode evaluate(Scope scope, String field) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      fields.forEach((name, value) -> object.set(name, value.evaluate(scope, field + "/" + name)));
      return object;
    }

    @Override
    public void forEachQuery(String field, BiConsumer<String, Query> action) {
      fields.forEach((name, value) -> value.forEachQuery(field + "/" + name, action));
    }
  }

  /** A JSON array. */
  record Elements(List<Template> elements) implements Template {
    @Override
    public JsonNode evaluate(Scope scope, String field) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(elements.size());
      for (int i = 0; i < elements.size(); i++) {
        array.add(elements.get(i).evaluate(scope, field + "[" + i + "]"));
      }
      return array;
    }

    @Override
    public void forEachQuery(String field, BiConsumer<String, Query> action) {
      for (int i = 0; i < elements.size(); i++) {
        elements.get(i).forEachQuery(field + "[" + i + "]", action);
      }
    }
  }
}
