package dev.ashlar.benchmarks.limit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The body of an insert, read by Jackson's streaming parser and checked.
record NewTask(String title, String status, int priority, UUID projectId) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<String> STATUSES = Set.of("OPEN", "IN_PROGRESS", "DONE", "ARCHIVED");

  NewTask {
    if (title.isBlank() || title.length() > 200) {
      throw new IllegalArgumentException("title: 1 to 200 characters are needed.");
    }
    if (!STATUSES.contains(status)) {
      throw new IllegalArgumentException("status: found '" + status + "', not one of " + STATUSES);
    }
    if (priority < 0 || priority > 5) {
      throw new IllegalArgumentException("priority: found " + priority + ", not from 0 to 5.");
    }
  }

  /// Gives the new row its id, version and times.
  Task toTask() {
    Instant now = Instant.now();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    return new Task(
        Uuid7.next(), title, status, priority, projectId, null, null, 1, micros, micros);
  }

  static NewTask parse(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("The body must be a JSON object.");
      }
      return fields(parser);
    } catch (IOException e) {
      throw new IllegalArgumentException("The body is not JSON: " + e.getMessage(), e);
    }
  }

  private static NewTask fields(JsonParser parser) throws IOException {
    String title = null;
    String status = null;
    String projectId = null;
    int priority = 0;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "title" -> title = parser.getText();
        case "status" -> status = parser.getText();
        case "priority" -> priority = parser.getIntValue();
        case "projectId" -> projectId = parser.getText();
        default -> throw new IllegalArgumentException("Unknown field '" + name + "'.");
      }
    }
    return new NewTask(
        present("title", title),
        present("status", status),
        priority,
        UUID.fromString(present("projectId", projectId)));
  }

  private static String present(String name, @Nullable String value) {
    if (value == null) {
      throw new IllegalArgumentException("The field '" + name + "' is missing.");
    }
    return value;
  }
}
