package io.github.keymend.lab.asl.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.asl.query.Query;
import io.github.keymend.lab.asl.query.QuerySyntaxException;
import io.github.keymend.lab.asl.query.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The fields of one object of the file, read strictly: what is wrong is a finding, never ignored. */
final class Fields {
  /** Stands for a value that has been refused. */
  static final Template NULL = new Template.Literal(NullNode.getInstance());

  private final ObjectNode node;
  private final String where;
  private final Findings findings;

  Fields(ObjectNode node, String where, Findings findings) {
    this.node = node;
    this.where = where;
    this.findings = findings;
  }

  void refuse(String problem) {
    findings.add(where, problem);
  }

  /** Refuses every field but these and a Comment. */
  void allowOnly(String what, String... names) {
    allow(what, Stream.concat(Stream.of("Comment"), Stream.of(names)).sorted().toList());
    text("Comment");
  }

  /** The same, where AWS would not take a Comment for one. */
  void allowNoComment(String what, String... names) {
    allow(what, Stream.of(names).sorted().toList());
  }

  private void allow(String what, List<String> allowed) {
    node.fieldNames().forEachRemaining(name -> {
      if (!allowed.contains(name)) {
        refuse("field '" + name + "' is not known in " + what + "; allowed are " + allowed);
      }
    });
  }

  boolean has(String name) {
    return node.has(name);
  }

  /** Whether the field is true; false is refused, because AWS takes only its absence for that. */
  boolean flag(String name) {
    JsonNode value = node.get(name);
    if (value != null && !(value.isBoolean() && value.booleanValue())) {
      refuse("'" + name + "' must be true or absent, but is " + value);
    }
    return value != null;
  }

  Optional<String> text(String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      refuse("'" + name + "' must be a text that is not empty, but is " + value);
      return Optional.empty();
    }
    return Optional.of(value.textValue());
  }

  String required(String name, String what) {
    if (!node.has(name)) {
      refuse("'" + name + "' is missing: " + what);
    }
    return text(name).orElse("");
  }

  OptionalInt whole(String name, int least, int most) {
    JsonNode value = node.get(name);
    if (value == null) {
      return OptionalInt.empty();
    }
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      refuse("'" + name + "' must be a whole number from " + least + " to " + most + ", but is "
          + value);
      return OptionalInt.empty();
    }
    return OptionalInt.of(value.intValue());
  }

  OptionalDouble number(String name, double least) {
    JsonNode value = node.get(name);
    if (value == null) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber() || value.doubleValue() < least) {
      refuse("'" + name + "' must be a number, at least " + least + ", but is " + value);
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value.doubleValue());
  }

  Optional<Fields> object(String name) {
    JsonNode value = node.get(name);
    if (value instanceof ObjectNode object) {
      return Optional.of(new Fields(object, where, findings));
    }
    if (value != null) {
      refuse("'" + name + "' must be a mapping, but is " + value);
    }
    return Optional.empty();
  }

  List<Fields> objects(String name) {
    JsonNode value = node.get(name);
    List<Fields> objects = new ArrayList<>();
    if (value == null) {
      return objects;
    }
    if (!value.isArray() || value.isEmpty()) {
      refuse("'" + name + "' must be a list that is not empty, but is " + value);
      return objects;
    }
    for (JsonNode element : value) {
      if (element instanceof ObjectNode object) {
        objects.add(new Fields(object, where, findings));
      } else {
        refuse("every entry of '" + name + "' must be a mapping, but one is " + element);
      }
    }
    return objects;
  }

  List<String> texts(String name) {
    JsonNode value = node.get(name);
    List<String> texts = new ArrayList<>();
    if (value == null || !value.isArray() || value.isEmpty()) {
      refuse("'" + name + "' must be a list of texts that is not empty, but is " + value);
      return texts;
    }
    for (JsonNode element : value) {
      if (element.isTextual()) {
        texts.add(element.textValue());
      } else {
        refuse("every entry of '" + name + "' must be a text, but one is " + element);
      }
    }
    return texts;
  }

  Optional<Template> template(String name) {
    return Optional.ofNullable(node.get(name)).map(value -> template(value, name));
  }

  Map<String, Template> templates() {
    Map<String, Template> templates = new LinkedHashMap<>();
    node.properties()
        .forEach(
            entry -> templates.put(entry.getKey(), template(entry.getValue(), entry.getKey())));
    return templates;
  }

  Optional<Query> query(String name) {
    return text(name).flatMap(source -> query(source, name));
  }

  private Optional<Query> query(String source, String field) {
    try {
      Query query = Query.parse(source);
      query.uses().problems().forEach(problem -> refuse("'" + field + "': " + problem));
      return Optional.of(query);
    } catch (QuerySyntaxException e) {
      refuse("'" + field + "': " + e.getMessage());
      return Optional.empty();
    }
  }

  private Template template(JsonNode value, String field) {
    if (value instanceof ObjectNode object) {
      Map<String, Template> fields = new LinkedHashMap<>();
      object.properties().forEach(entry -> {
        if (entry.getKey().endsWith(".$")) {
          refuse("'" + entry.getKey() + "' is JSONPath; write '"
              + entry.getKey().replace(".$", "") + "' with {% … %}");
        }
        fields.put(entry.getKey(), template(entry.getValue(), field + "/" + entry.getKey()));
      });
      return new Template.Fields(fields);
    }
    if (value.isArray()) {
      List<Template> elements = new ArrayList<>();
      value.forEach(element -> elements.add(template(element, field)));
      return new Template.Elements(elements);
    }
    if (value.isTextual()
        && (value.textValue().contains("{%") || value.textValue().contains("%}"))) {
      return query(value.textValue(), field)
          .<Template>map(Template.Computed::new)
          .orElse(new Template.Literal(value));
    }
    return new Template.Literal(value);
  }
}
