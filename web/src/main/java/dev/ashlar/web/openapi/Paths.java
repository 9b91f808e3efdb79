package dev.ashlar.web.openapi;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.Relation;
import dev.ashlar.model.query.Relation.Kind;
import dev.ashlar.runtime.operation.Actions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The paths of the REST surface: what each takes, and what it answers.
final class Paths {
  private final Model model;
  private final Actions actions;
  private final Predicate<EntityModel<?>> served;
  private final Predicate<Column<?, ?>> internal;
  private final String base;

  Paths(
      Model model,
      Actions actions,
      Predicate<EntityModel<?>> served,
      Predicate<Column<?, ?>> internal,
      String base) {
    this.model = model;
    this.actions = actions;
    this.served = served;
    this.internal = internal;
    this.base = base;
  }

  Map<String, Object> of(EntityModel<?> entity) {
    var paths = new LinkedHashMap<String, Object>();
    String collection = base + "/" + entity.plural();
    paths.put(
        collection,
        map(
            "get",
            list(entity, "Lists " + entity.plural(), List.of()),
            "post",
            create(entity, List.of())));
    var row = new LinkedHashMap<String, Object>();
    row.put("get", one(entity));
    row.put(
        "patch", change(entity, "patch", "Changes the properties given", entity.name() + "Patch"));
    row.put("put", change(entity, "replace", "Replaces every property", entity.name() + "Create"));
    row.put("delete", delete(entity));
    paths.put(collection + "/{id}", row);
    if (entity.inRole(Role.DELETED).isPresent()) {
      paths.put(
          collection + "/{id}/restore", map("post", action(entity, "restore", "Brings it back")));
    }
    for (String action : actions.names(entity).stream().sorted().toList()) {
      paths.put(
          collection + "/{id}/actions/" + action,
          map("post", action(entity, action, "Does " + action)));
    }
    for (Relation relation : model.relations(entity)) {
      var target = model.target(relation);
      if (relation.kind() == Kind.MANY && served.test(target)) {
        String doc = "Lists the %s of one of the %s".formatted(relation.name(), entity.plural());
        paths.put(
            collection + "/{id}/" + relation.name(),
            map("get", list(target, doc, List.of(id())), "post", create(target, List.of(id()))));
      }
    }
    return paths;
  }

  // ---- operations ----

  private Map<String, Object> list(
      EntityModel<?> entity, String summary, List<Map<String, Object>> before) {
    var parameters = new ArrayList<>(before);
    parameters.addAll(shape(entity));
    for (Column<?, ?> column : entity.columns()) {
      if (!internal.test(column) && column.type().comparable()) {
        var schema = new LinkedHashMap<>(Schemas.type(column.type()));
        String operators =
            "Equals. Further filters: `%s.ne`, `.in`, `.nin`, `.isNull`%s%s."
                .formatted(
                    column.property(),
                    column.type().ordered() ? ", `.lt`, `.lte`, `.gt`, `.gte`" : "",
                    column.type().text()
                        ? ", `.contains`, `.startsWith`, `.endsWith`, `.matches`"
                        : "");
        parameters.add(query(column.property(), schema, operators));
      }
    }
    parameters.add(
        query("where", text(), "A condition as JSON, such as `{\"priority\":{\"gte\":3}}`."));
    if (!entity.searchable().isEmpty()) {
      parameters.add(query("search", text(), "Words that rows must have, or words that begin so."));
    }
    parameters.add(
        query("order", text(), "Properties to sort by; `-` descends: `-createdAt,title`."));
    parameters.add(
        query(
            "limit",
            Map.of("type", "integer", "minimum", 1, "maximum", 100, "default", 20),
            "The most rows."));
    parameters.add(query("after", text(), "The last page's `next`."));
    parameters.add(header("Prefer", "`count=exact` gives the number of all rows that fit."));
    return operation(
        entity,
        "list",
        summary,
        parameters,
        Map.of(),
        answers("200", "A page.", entity.name() + "Page"));
  }

  private Map<String, Object> one(EntityModel<?> entity) {
    var parameters = new ArrayList<Map<String, Object>>(List.of(id()));
    parameters.addAll(shape(entity));
    parameters.add(header("If-None-Match", "The `ETag` of what you have."));
    return operation(
        entity,
        "get",
        "Reads one",
        parameters,
        Map.of(),
        answers("200", "The row.", entity.name()));
  }

  private static Map<String, Object> create(
      EntityModel<?> entity, List<Map<String, Object>> before) {
    var parameters = new ArrayList<>(before);
    parameters.addAll(writing());
    return operation(
        entity,
        "create",
        "Makes one, or does a batch",
        parameters,
        body(entity.name() + "Create"),
        answers("201", "The row made.", entity.name()));
  }

  private static Map<String, Object> change(
      EntityModel<?> entity, String id, String summary, String schema) {
    return operation(
        entity,
        id,
        summary,
        versioned(entity),
        body(schema),
        answers("200", "The row.", entity.name()));
  }

  private static Map<String, Object> delete(EntityModel<?> entity) {
    return operation(
        entity,
        "delete",
        "Removes one",
        versioned(entity),
        Map.of(),
        map("204", Map.of("description", "Done."), "default", problem()));
  }

  private static Map<String, Object> action(EntityModel<?> entity, String id, String summary) {
    var parameters = new ArrayList<Map<String, Object>>(List.of(id()));
    parameters.addAll(writing());
    return operation(
        entity, id, summary, parameters, Map.of(), answers("200", "The row.", entity.name()));
  }

  private static Map<String, Object> operation(
      EntityModel<?> entity,
      String id,
      String summary,
      List<Map<String, Object>> parameters,
      Map<String, Object> body,
      Map<String, Object> answers) {
    var operation = new LinkedHashMap<String, Object>();
    operation.put("tags", List.of(entity.plural()));
    operation.put("operationId", entity.plural() + "." + id);
    operation.put("summary", summary);
    operation.put("parameters", parameters);
    operation.putAll(body);
    operation.put("responses", answers);
    return operation;
  }

  // ---- parameters ----

  private List<Map<String, Object>> shape(EntityModel<?> entity) {
    String relations =
        model.relations(entity).stream()
            .filter(relation -> served.test(model.target(relation)))
            .map(Relation::name)
            .collect(Collectors.joining(", "));
    var shape = new ArrayList<Map<String, Object>>();
    shape.add(
        query("select", text(), "The properties wanted, separated by commas; all by default."));
    if (!relations.isEmpty()) {
      shape.add(query("include", text(), "Rows to give along: " + relations + "; dots go deeper."));
    }
    return shape;
  }

  private static List<Map<String, Object>> versioned(EntityModel<?> entity) {
    var parameters = new ArrayList<Map<String, Object>>(List.of(id()));
    if (entity.inRole(Role.VERSION).isPresent()) {
      var match = new LinkedHashMap<>(header("If-Match", "The version you have seen: `\"1\"`."));
      match.put("required", true);
      parameters.add(match);
    }
    parameters.addAll(writing());
    return parameters;
  }

  private static List<Map<String, Object>> writing() {
    return List.of(
        header(
            "Idempotency-Key", "Does the request once, however often it is sent under this key."),
        header("Prefer", "`return=minimal`, `tx=rollback` (a dry run), `max-affected=n`."));
  }

  private static Map<String, Object> id() {
    return Map.of(
        "name",
        "id",
        "in",
        "path",
        "required",
        true,
        "schema",
        Map.of("type", "string", "format", "uuid"));
  }

  private static Map<String, Object> query(String name, Map<String, Object> schema, String doc) {
    return ordered("name", name, "in", "query", "description", doc, "schema", schema);
  }

  private static Map<String, Object> header(String name, String doc) {
    return ordered("name", name, "in", "header", "description", doc, "schema", text());
  }

  private static Map<String, Object> text() {
    return Map.of("type", "string");
  }

  // ---- bodies ----

  static Map<String, Object> body(String schema) {
    return Map.of(
        "requestBody",
        Map.of(
            "required",
            true,
            "content",
            Map.of("application/json", Map.of("schema", Schemas.reference(schema)))));
  }

  static Map<String, Object> answers(String status, String doc, String schema) {
    return map(
        status,
        Map.of(
            "description",
            doc,
            "content",
            Map.of("application/json", Map.of("schema", Schemas.reference(schema)))),
        "default",
        problem());
  }

  static Map<String, Object> problem() {
    return Map.of("$ref", "#/components/responses/Problem");
  }

  private static Map<String, Object> map(Object... pairs) {
    return ordered(pairs);
  }

  static Map<String, Object> ordered(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
