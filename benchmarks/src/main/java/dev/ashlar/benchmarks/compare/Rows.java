package dev.ashlar.benchmarks.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The rows of an answer, freed of what each contender writes in a way of its own: the envelope of
/// a list, links, and how many digits a time or a decimal has.
record Rows(List<SortedMap<String, Object>> rows) {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /// What is not of the row: links, and the names of what is hidden.
  private static final Set<String> BESIDE = Set.of("_links", "redacted");

  Rows {
    rows = List.copyOf(rows);
  }

  /// Reads the rows of a list, or the one row that the answer is.
  static Rows of(String json) {
    JsonNode answer = read(json);
    JsonNode embedded = answer.path("_embedded");
    JsonNode list = embedded.isObject() ? embedded.iterator().next() : answer.path("items");
    return new Rows(list.isArray() ? list(list) : List.of(row(answer)));
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new LoadException("The answer is not JSON: " + json, e);
    }
  }

  /// The same rows without some of their properties, at whatever depth; `tasks.id` is left out of
  /// the rows in `tasks` alone.
  Rows without(Set<String> names) {
    return new Rows(rows.stream().map(row -> without(row, names)).toList());
  }

  private static SortedMap<String, Object> without(
      SortedMap<String, Object> row, Set<String> names) {
    SortedMap<String, Object> rest = new TreeMap<>();
    row.forEach(
        (name, value) -> {
          if (!names.contains(name)) {
            rest.put(name, value instanceof Rows rows ? rows.without(below(name, names)) : value);
          }
        });
    return rest;
  }

  private static Set<String> below(String name, Set<String> names) {
    Set<String> below = new TreeSet<>(names);
    names.stream()
        .filter(each -> each.startsWith(name + "."))
        .forEach(each -> below.add(each.substring(name.length() + 1)));
    return below;
  }

  /// Tells how others differ, if they do. To have no rows at all is to differ: it would prove
  /// nothing.
  Optional<String> difference(Rows others) {
    if (rows.isEmpty() || rows.size() != others.rows.size()) {
      return Optional.of(
          "%d rows against %d; both must have the same number, and some."
              .formatted(rows.size(), others.rows.size()));
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).equals(others.rows.get(i))) {
        return Optional.of(
            "row %d is\n%s against\n%s".formatted(i, rows.get(i), others.rows.get(i)));
      }
    }
    return Optional.empty();
  }

  /// Whether some row has one of these properties.
  boolean haveAny(Set<String> names) {
    return !without(names).equals(this);
  }

  private static List<SortedMap<String, Object>> list(JsonNode array) {
    List<SortedMap<String, Object>> rows = new ArrayList<>();
    array.forEach(item -> rows.add(row(item)));
    return rows;
  }

  private static SortedMap<String, Object> row(JsonNode node) {
    SortedMap<String, Object> row = new TreeMap<>();
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (!BESIDE.contains(property.getKey())) {
        row.put(property.getKey(), value(property.getKey(), property.getValue()));
      }
    }
    String self = node.path("_links").path("self").path("href").asText();
    if (!row.containsKey("id") && !self.isEmpty()) {
      row.put("id", self.substring(self.lastIndexOf('/') + 1).replaceAll("\\{.*", ""));
    }
    return row;
  }

  private static Object value(String name, JsonNode value) {
    if (value.isArray()) {
      return new Rows(list(value));
    }
    if (value.isNumber()) {
      return value.decimalValue().stripTrailingZeros().toPlainString();
    }
    if (!value.isTextual()) {
      return value.toString();
    }
    return name.endsWith("At") ? Instant.parse(value.asText()) : value.asText();
  }
}
