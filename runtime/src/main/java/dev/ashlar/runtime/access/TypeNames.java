package dev.ashlar.runtime.access;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.model.value.ValueType.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/// The types of values by name, as an [AccessImage] is written with: `int` and the like, and an
/// enum by its class, which is found among the model's columns.
final class TypeNames {
  private static final Map<String, ValueType> NAMED = new LinkedHashMap<>();

  static {
    NAMED.put("uuid", ValueType.UUID);
    NAMED.put("text", ValueType.STRING);
    NAMED.put("boolean", ValueType.BOOLEAN);
    NAMED.put("byte", ValueType.BYTE);
    NAMED.put("short", ValueType.SHORT);
    NAMED.put("int", ValueType.INT);
    NAMED.put("long", ValueType.LONG);
    NAMED.put("float", ValueType.FLOAT);
    NAMED.put("double", ValueType.DOUBLE);
    NAMED.put("decimal", ValueType.DECIMAL);
    NAMED.put("integer", ValueType.INTEGER);
    NAMED.put("instant", ValueType.INSTANT);
    NAMED.put("date", ValueType.DATE);
    NAMED.put("time", ValueType.TIME);
    NAMED.put("date_time", ValueType.DATE_TIME);
    NAMED.put("duration", ValueType.DURATION);
    NAMED.put("bytes", ValueType.BYTES);
  }

  private TypeNames() {}

  static String name(ValueType type) {
    if (type.kind() == Kind.ENUM) {
      return type.javaType().getName();
    }
    return NAMED.entrySet().stream()
        .filter(each -> each.getValue().equals(type))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A rule compares a value of %s, which has no equality; compare something else."
                        .formatted(type.javaType().getName())));
  }

  static ValueType type(Model model, String name) {
    ValueType named = NAMED.get(name);
    if (named != null) {
      return named;
    }
    for (EntityModel<?> entity : model.entities()) {
      for (Column<?, ?> column : entity.columns()) {
        var type = column.type();
        if (type.kind() == Kind.ENUM && type.javaType().getName().equals(name)) {
          return type;
        }
      }
    }
    throw new IllegalArgumentException(
        "\"%s\" is neither a type, one of %s, nor an enum of any column"
            .formatted(name, NAMED.keySet()));
  }
}
