package dev.ashlar.web.openapi;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.RefColumn;
import dev.ashlar.model.value.Constraint;
import dev.ashlar.model.value.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The JSON Schemas of an entity's shapes: as it is answered, created and changed.
final class Schemas {
  private final Predicate<Column<?, ?>> internal;

  /// @param internal the columns that stand in no answer and no request
  Schemas(Predicate<Column<?, ?>> internal) {
    this.internal = internal;
  }

  /// The schemas by name: `Task`, `TaskCreate`, `TaskPatch`, `TaskPage`.
  Map<String, Object> of(EntityModel<?> entity) {
    var schemas = new LinkedHashMap<String, Object>();
    schemas.put(entity.name(), row(entity));
    schemas.put(entity.name() + "Create", shape(entity, true));
    schemas.put(entity.name() + "Patch", shape(entity, false));
    schemas.put(entity.name() + "Page", page(entity));
    return schemas;
  }

  static Map<String, Object> reference(String schema) {
    return Map.of("$ref", "#/components/schemas/" + schema);
  }

  private Map<String, Object> row(EntityModel<?> entity) {
    var properties = new LinkedHashMap<String, Object>();
    columns(entity).forEach(column -> properties.put(column.property(), property(column)));
    for (Column<?, ?> column : columns(entity)) {
      if (column instanceof RefColumn<?, ?> reference) {
        properties.put(
            reference.relation().name(),
            Map.of(
                "description", "The row itself, where `include` asks for it.", "type", "object"));
      }
    }
    properties.put(
        "redacted",
        Map.of(
            "type",
            "array",
            "items",
            Map.of("type", "string"),
            "description",
            "The properties that you may not see; they are absent."));
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    entity.spec().doc().ifPresent(doc -> schema.put("description", doc));
    schema.put("properties", properties);
    schema.put("required", List.of("id"));
    schema.put("examples", List.of(example(entity, false)));
    return schema;
  }

  private Map<String, Object> shape(EntityModel<?> entity, boolean whole) {
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    for (Column<?, ?> column : columns(entity)) {
      if (column.plain()) {
        properties.put(column.property(), property(column));
        if (whole && !column.nullable()) {
          required.add(column.property());
        }
      }
    }
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("examples", List.of(example(entity, true)));
    return schema;
  }

  private static Map<String, Object> page(EntityModel<?> entity) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("items", Map.of("type", "array", "items", reference(entity.name())));
    properties.put(
        "next",
        Map.of(
            "type",
            List.of("string", "null"),
            "description",
            "Give it as `after` for the next page; null on the last."));
    properties.put(
        "total",
        Map.of("type", "integer", "description", "Where `Prefer: count=exact` asked for it."));
    return Map.of("type", "object", "properties", properties, "required", List.of("items", "next"));
  }

  /// A row as it might be, or what it would be created of.
  Map<String, Object> example(EntityModel<?> entity, boolean plainOnly) {
    var example = new LinkedHashMap<String, Object>();
    for (Column<?, ?> column : columns(entity)) {
      if (column.plain() || !plainOnly) {
        boolean deleted = column.role() == Role.DELETED;
        example.put(column.property(), deleted ? Json.NULL : Examples.of(column));
      }
    }
    return example;
  }

  private List<Column<?, ?>> columns(EntityModel<?> entity) {
    return entity.columns().stream()
        .<Column<?, ?>>map(column -> column)
        .filter(internal.negate())
        .toList();
  }

  // ---- one property ----

  private static Map<String, Object> property(Column<?, ?> column) {
    var schema = type(column.type());
    if (column.nullable()) {
      schema.computeIfPresent("type", (_, type) -> List.of(type, "null"));
    }
    column.spec().doc().ifPresent(doc -> schema.put("description", doc));
    if (!column.plain()) {
      schema.put("readOnly", true);
    }
    column.spec().constraints().forEach(constraint -> constrain(schema, constraint));
    return schema;
  }

  static Map<String, Object> type(ValueType type) {
    var schema = new LinkedHashMap<String, Object>();
    switch (type.kind()) {
      case UUID -> text(schema, "uuid");
      case STRING -> schema.put("type", "string");
      case BOOLEAN -> schema.put("type", "boolean");
      case INT -> number(schema, "integer", "int32");
      case LONG -> number(schema, "integer", "int64");
      case INTEGER -> schema.put("type", "integer");
      case DOUBLE -> number(schema, "number", "double");
      case DECIMAL -> schema.put("type", "number");
      case ENUM -> {
        schema.put("type", "string");
        schema.put("enum", type.names());
      }
      case INSTANT -> text(schema, "date-time");
      case DATE -> text(schema, "date");
      case TIME -> text(schema, "time");
      case DATE_TIME -> text(schema, "local-date-time");
      case DURATION -> text(schema, "duration");
      case BYTES -> {
        schema.put("type", "string");
        schema.put("contentEncoding", "base64");
      }
      case JSON ->
          schema.put("type", List.class.isAssignableFrom(type.javaType()) ? "array" : "object");
    }
    return schema;
  }

  private static void text(Map<String, Object> schema, String format) {
    schema.put("type", "string");
    schema.put("format", format);
  }

  private static void number(Map<String, Object> schema, String type, String format) {
    schema.put("type", type);
    schema.put("format", format);
  }

  private static void constrain(Map<String, Object> schema, Constraint constraint) {
    switch (constraint) {
      case Constraint.NotBlank _ -> schema.putIfAbsent("minLength", 1);
      case Constraint.Size(int min, int max) -> {
        boolean list = "array".equals(schema.get("type"));
        schema.put(list ? "minItems" : "minLength", min);
        if (max < Integer.MAX_VALUE) {
          schema.put(list ? "maxItems" : "maxLength", max);
        }
      }
      case Constraint.AtLeast(var bound, boolean inclusive) ->
          schema.put(inclusive ? "minimum" : "exclusiveMinimum", bound);
      case Constraint.AtMost(var bound, boolean inclusive) ->
          schema.put(inclusive ? "maximum" : "exclusiveMaximum", bound);
      case Constraint.Matches(var pattern) -> schema.put("pattern", pattern.pattern());
      case Constraint.Email _ -> schema.put("format", "email");
      case Constraint.Is(boolean expected) -> schema.put("const", expected);
      // These have no word in JSON Schema; the server says what it found.
      case Constraint.Digits _, Constraint.Past _, Constraint.Future _ -> {}
    }
  }
}
