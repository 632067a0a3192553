package org.fapiaosuite.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a program that was written against one API document cannot rely on in another: operations
 * and good answers that are gone, what a request now has to have, and what an answer no longer has
 * or has otherwise. New operations, answers and optional properties break nothing.
 */
public final class Breaking {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonNode before;
  private final JsonNode after;
  private final List<String> changes = new ArrayList<>();
  private final Set<String> compared = new HashSet<>();

  private Breaking(JsonNode before, JsonNode after) {
    this.before = before;
    this.after = after;
  }

  /** One line for each change, by where it stands; empty when nothing breaks. */
  public static List<String> between(JsonNode before, JsonNode after) {
    Breaking breaking = new Breaking(before, after);
    before
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (METHODS.contains(operation.getKey())) {
                            breaking.operation(
                                operation.getKey() + " " + path.getKey(),
                                operation.getValue(),
                                after.path("paths").path(path.getKey()).path(operation.getKey()));
                          }
                        }));
    return breaking.changes;
  }

  private void operation(String place, JsonNode old, JsonNode now) {
    if (now.isMissingNode()) {
      changes.add(place + " is gone");
      return;
    }
    if (!old.path("operationId").equals(now.path("operationId"))) {
      changes.add(place + " has another operationId");
    }
    if (old.path("security").isMissingNode() && !now.path("security").isMissingNode()) {
      changes.add(place + " needs a token");
    }
    parameters(place, old, now);
    body(place, old.path("requestBody"), now.path("requestBody"));
    old.path("responses")
        .properties()
        .forEach(
            answer -> {
              if (answer.getKey().startsWith("2")) {
                answer(
                    place + " " + answer.getKey(),
                    resolved(before, answer.getValue()),
                    resolved(after, now.path("responses").path(answer.getKey())));
              }
            });
  }

  private void parameters(String place, JsonNode old, JsonNode now) {
    for (JsonNode given : now.path("parameters")) {
      JsonNode parameter = resolved(after, given);
      JsonNode known = named(before, old, parameter);
      if (known.isMissingNode() && parameter.path("required").asBoolean()) {
        changes.add(place + " demands " + parameter.path("name").asText());
      }
    }
    for (JsonNode given : old.path("parameters")) {
      JsonNode parameter = resolved(before, given);
      JsonNode known = named(after, now, parameter);
      String name = place + " " + parameter.path("name").asText();
      if (known.isMissingNode()) {
        changes.add(name + " is gone");
      } else {
        sent(name, parameter.path("schema"), known.path("schema"));
        if (known.path("required").asBoolean() && !parameter.path("required").asBoolean()) {
          changes.add(name + " is demanded");
        }
      }
    }
  }

  private static JsonNode named(JsonNode api, JsonNode operation, JsonNode parameter) {
    for (JsonNode given : operation.path("parameters")) {
      JsonNode other = resolved(api, given);
      if (other.path("name").equals(parameter.path("name"))
          && other.path("in").equals(parameter.path("in"))) {
        return other;
      }
    }
    return MissingNode.getInstance();
  }

  private void body(String place, JsonNode old, JsonNode now) {
    if (old.isMissingNode() && now.path("required").asBoolean()) {
      changes.add(place + " demands a body");
    }
    old.path("content")
        .properties()
        .forEach(
            type -> {
              JsonNode known = now.path("content").path(type.getKey());
              if (known.isMissingNode()) {
                changes.add(place + " no longer takes " + type.getKey());
              } else {
                sent(place + " body", type.getValue().path("schema"), known.path("schema"));
              }
            });
  }

  private void answer(String place, JsonNode old, JsonNode now) {
    if (now.isMissingNode()) {
      changes.add(place + " is gone");
      return;
    }
    old.path("content")
        .properties()
        .forEach(
            type -> {
              JsonNode known = now.path("content").path(type.getKey());
              if (known.isMissingNode()) {
                changes.add(place + " is no longer " + type.getKey());
              } else {
                received(place, type.getValue().path("schema"), known.path("schema"));
              }
            });
  }

  /** What callers send must be taken as before. */
  private void sent(String place, JsonNode oldGiven, JsonNode nowGiven) {
    JsonNode old = resolved(before, oldGiven);
    JsonNode now = resolved(after, nowGiven);
    if (isCompared("sent", oldGiven, nowGiven)) {
      return;
    }
    types(place, old, now);
    lacking(old.path("enum"), now.path("enum"))
        .forEach(value -> changes.add(place + " no longer takes " + value));
    lacking(now.path("required"), old.path("required"))
        .forEach(name -> changes.add(place + " demands " + name));
    each(place, old, now, this::sent);
  }

  /** What callers receive must be there and be what it was. */
  private void received(String place, JsonNode oldGiven, JsonNode nowGiven) {
    JsonNode old = resolved(before, oldGiven);
    JsonNode now = resolved(after, nowGiven);
    if (isCompared("received", oldGiven, nowGiven)) {
      return;
    }
    types(place, old, now);
    lacking(old.path("required"), now.path("required"))
        .forEach(name -> changes.add(place + " may lack " + name));
    each(place, old, now, this::received);
  }

  private interface Comparison {
    void of(String place, JsonNode old, JsonNode now);
  }

  private void each(String place, JsonNode old, JsonNode now, Comparison comparison) {
    old.path("properties")
        .properties()
        .forEach(
            property -> {
              JsonNode known = now.path("properties").path(property.getKey());
              String name = place + " " + property.getKey();
              if (known.isMissingNode()) {
                changes.add(name + " is gone");
              } else {
                comparison.of(name, property.getValue(), known);
              }
            });
    if (!old.path("items").isMissingNode()) {
      comparison.of(place + "[]", old.path("items"), now.path("items"));
    }
    for (int i = 0; i < old.path("allOf").size(); i++) {
      comparison.of(place, old.path("allOf").path(i), now.path("allOf").path(i));
    }
  }

  private void types(String place, JsonNode old, JsonNode now) {
    for (String kind : List.of("type", "format")) {
      if (!old.path(kind).equals(now.path(kind))) {
        changes.add(
            "%s was %s %s and is %s".formatted(place, kind, old.path(kind), now.path(kind)));
      }
    }
  }

  /** A schema may contain itself, and is told of once. */
  private boolean isCompared(String how, JsonNode old, JsonNode now) {
    return old.has("$ref")
        && !compared.add(how + " " + old.path("$ref").asText() + " " + now.path("$ref").asText());
  }

  private static List<String> lacking(JsonNode wanted, JsonNode given) {
    Set<String> there = new HashSet<>();
    given.forEach(value -> there.add(value.asText()));
    List<String> lacking = new ArrayList<>();
    for (JsonNode value : wanted) {
      if (!there.contains(value.asText()) && !given.isMissingNode()) {
        lacking.add(value.asText());
      } else if (given.isMissingNode() && wanted.isArray()) {
        lacking.add(value.asText());
      }
    }
    return lacking;
  }

  private static JsonNode resolved(JsonNode api, JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : api.at(reference.substring(1));
  }
}
