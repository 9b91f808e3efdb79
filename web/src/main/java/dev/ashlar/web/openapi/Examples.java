package dev.ashlar.web.openapi;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.value.Constraint;
import dev.ashlar.model.value.Constraint.AtLeast;
import dev.ashlar.model.value.Constraint.AtMost;
import dev.ashlar.model.value.Constraint.Matches;
import dev.ashlar.model.value.Constraint.Size;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Values that a column might well have, told from its name, type and constraints; the same at
/// every start.
final class Examples {
  /// By a part of the column's name, the first that fits.
  private static final Map<String, String> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("email", "ada.rossi@example.com");
    BY_NAME.put("phone", "+41 44 668 18 00");
    BY_NAME.put("url", "https://example.com/drawings");
    BY_NAME.put("color", "#3366cc");
    BY_NAME.put("colour", "#3366cc");
    BY_NAME.put("country", "CH");
    BY_NAME.put("city", "Zürich");
    BY_NAME.put("street", "Bahnhofstrasse 1");
    BY_NAME.put("title", "Repair the drainage of the north tower");
    BY_NAME.put("name", "North tower");
    BY_NAME.put("body", "The south side is done; the north side is next week.");
    BY_NAME.put("description", "What has to be done before the winter.");
    BY_NAME.put("code", "NT-204");
  }

  private static final String MOMENT = "2026-01-05T09:00:00Z";

  private Examples() {}

  /// A value in the form in which JSON has it.
  static Object of(Column<?, ?> column) {
    return switch (column.type().kind()) {
      case UUID -> uuid(column.toString()).toString();
      case STRING -> text(column);
      case BOOLEAN -> true;
      case INT, LONG -> column.role() == Role.VERSION ? 1L : number(column).longValue();
      case DOUBLE, DECIMAL -> number(column);
      case INTEGER -> number(column).toBigInteger();
      case ENUM -> column.type().names().getFirst();
      case INSTANT -> MOMENT;
      case DATE -> "2026-01-05";
      case TIME -> "09:00:00";
      case DATE_TIME -> "2026-01-05T09:00:00";
      case DURATION -> "PT1H30M";
      case BYTES -> "QXNobGFy";
      case JSON -> List.class.isAssignableFrom(column.type().javaType()) ? List.of() : Map.of();
    };
  }

  /// A key of version 7 that stands for one thing throughout the description.
  private static UUID uuid(String of) {
    var named = UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    return new UUID(
        0x019b_8d5a_0000_7000L | (named.getMostSignificantBits() & 0xfff),
        (named.getLeastSignificantBits() & 0x3fff_ffff_ffff_ffffL) | Long.MIN_VALUE);
  }

  private static String text(Column<?, ?> column) {
    String name = column.property().toLowerCase(Locale.ROOT);
    String found = "Some text";
    for (var each : BY_NAME.entrySet()) {
      if (name.contains(each.getKey())) {
        found = each.getValue();
        break;
      }
    }
    return fitted(found, column.spec().constraints());
  }

  private static String fitted(String text, List<Constraint> constraints) {
    String fitted = text;
    for (Constraint constraint : constraints) {
      if (constraint instanceof Size(int min, int max)) {
        fitted = fitted.length() > max ? fitted.substring(0, max) : fitted;
        fitted = fitted.length() < min ? fitted + "x".repeat(min - fitted.length()) : fitted;
      }
      if (constraint instanceof Matches(var pattern) && !pattern.matcher(fitted).matches()) {
        fitted = "#3366cc";
      }
    }
    return fitted;
  }

  private static BigDecimal number(Column<?, ?> column) {
    BigDecimal number = BigDecimal.valueOf(3);
    for (Constraint constraint : column.spec().constraints()) {
      if (constraint instanceof AtLeast(BigDecimal bound, _) && number.compareTo(bound) <= 0) {
        number = bound.add(BigDecimal.ONE);
      }
      if (constraint instanceof AtMost(BigDecimal bound, boolean inclusive)
          && number.compareTo(bound) >= (inclusive ? 1 : 0)) {
        number = inclusive ? bound : bound.subtract(BigDecimal.ONE);
      }
    }
    return number;
  }
}
