package dev.ashlar.web.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.value.JsonMismatch;
import dev.ashlar.model.value.JsonValues;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.model.value.Values;
import dev.ashlar.runtime.operation.Operation.Create;
import dev.ashlar.runtime.operation.Operation.Delete;
import dev.ashlar.runtime.operation.Operation.Invoke;
import dev.ashlar.runtime.operation.Operation.Restore;
import dev.ashlar.runtime.operation.Operation.Update;
import dev.ashlar.runtime.operation.Operation.Upsert;
import dev.ashlar.runtime.operation.Operation.Write;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads one operation of a batch, such as `{"op":"update","id":"…","version":3,"values":{…}}`.
final class OperationReader {
  private static final JsonFactory JSON = new JsonFactory();

  private final Resource resource;

  OperationReader(Resource resource) {
    this.resource = resource;
  }

  /// What an operation is called, and which properties it needs and takes.
  @SuppressWarnings("ImmutableEnumChecker") // List.of gives lists that cannot change.
  private enum Kind {
    CREATE(List.of("values"), List.of()),
    UPDATE(List.of("id", "values"), List.of("version")),
    UPSERT(List.of("on", "values"), List.of()),
    DELETE(List.of("id"), List.of("version")),
    RESTORE(List.of("id"), List.of("version")),
    INVOKE(List.of("id", "action"), List.of("input", "version"));

    private final List<String> needs;
    private final List<String> takes;

    Kind(List<String> needs, List<String> takes) {
      this.needs = needs;
      this.takes = takes;
    }

    static @Nullable Kind of(String word) {
      return switch (word) {
        case "create" -> CREATE;
        case "update" -> UPDATE;
        case "upsert" -> UPSERT;
        case "delete" -> DELETE;
        case "restore" -> RESTORE;
        case "invoke" -> INVOKE;
        default -> null;
      };
    }
  }

  /// What was read of one operation.
  private static final class Parts {
    private final Set<String> given = new LinkedHashSet<>();
    private @Nullable Kind kind;
    private UUID id = new UUID(0, 0);
    private OptionalInt version = OptionalInt.empty();
    private ChangeSet values;
    private List<Column<?, ?>> key = List.of();
    private String action = "";
    private String input = "";

    Parts(ChangeSet values) {
      this.values = values;
    }
  }

  /// The operation, unless something does not fit, which is noted.
  Optional<Write> read(JsonBody body, String pointer) throws IOException {
    var parser = body.parser();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      body.fault(pointer, "wrong_type", "Expected an operation: an object with op.");
      parser.skipChildren();
      return Optional.empty();
    }
    var parts = new Parts(ChangeSet.of(resource.entity()));
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      String at = Pointers.then(pointer, name);
      if (!parts.given.add(name)) {
        body.fault(at, "duplicate_property", "Found it twice; give it once.");
      }
      property(body, parts, name, at);
    }
    return complete(body, pointer, parts) ? Optional.of(write(parts)) : Optional.empty();
  }

  private void property(JsonBody body, Parts parts, String name, String pointer)
      throws IOException {
    int depth = body.depth() - (body.parser().currentToken().isStructStart() ? 1 : 0);
    try {
      value(body, parts, name, pointer);
    } catch (JsonMismatch mismatch) {
      body.fault(pointer + mismatch.pointer(), "wrong_type", String.valueOf(mismatch.getMessage()));
      body.leave(depth);
    }
  }

  private void value(JsonBody body, Parts parts, String name, String pointer) throws IOException {
    var parser = body.parser();
    switch (name) {
      case "op" -> {
        String word = text(body);
        parts.kind = Kind.of(word);
        if (parts.kind == null) {
          body.fault(
              pointer,
              "unknown_operation",
              "Expected create, update, upsert, delete, restore or invoke, found %s."
                  .formatted(Values.shown(word)));
        }
      }
      case "id" -> parts.id = (UUID) JsonValues.read(parser, ValueType.UUID);
      case "version" ->
          parts.version = OptionalInt.of((Integer) JsonValues.read(parser, ValueType.INT));
      case "values" -> parts.values = new ChangeSetReader(resource, false).read(body, pointer);
      case "on" -> parts.key = key(body, pointer);
      case "action" -> parts.action = action(body, pointer);
      case "input" -> parts.input = copy(body);
      default -> {
        body.fault(
            pointer,
            "unknown_property",
            "An operation has op, id, version, values, on, action, input.");
        parser.skipChildren();
      }
    }
  }

  private static String text(JsonBody body) throws IOException {
    return (String) JsonValues.read(body.parser(), ValueType.STRING);
  }

  private String action(JsonBody body, String pointer) throws IOException {
    String name = text(body);
    if (!resource.actions().contains(name)) {
      body.fault(
          pointer,
          "unknown_action",
          "Expected an action of %s, which has %s; found %s."
              .formatted(
                  resource,
                  resource.actions().isEmpty() ? "none" : String.join(", ", resource.actions()),
                  Values.shown(name)));
    }
    return name;
  }

  private static String copy(JsonBody body) throws IOException {
    var text = new StringWriter();
    try (var out = JSON.createGenerator(text)) {
      out.copyCurrentStructure(body.parser());
    }
    return text.toString();
  }

  private List<Column<?, ?>> key(JsonBody body, String pointer) throws IOException {
    if (body.parser().currentToken() != JsonToken.START_ARRAY) {
      throw new JsonMismatch("", "Expected a list of properties.");
    }
    var names = new ArrayList<String>();
    while (body.parser().nextToken() != JsonToken.END_ARRAY) {
      names.add(text(body));
    }
    var key = resource.uniqueKey(names);
    if (key.isEmpty()) {
      body.fault(
          pointer,
          "unknown_key",
          "Expected a unique key of %s, which has %s.".formatted(resource, resource.uniqueKeys()));
    }
    return key.orElse(List.of());
  }

  private boolean complete(JsonBody body, String pointer, Parts parts) {
    Kind kind = parts.kind;
    if (kind == null) {
      if (!parts.given.contains("op")) {
        body.fault(pointer + "/op", "required", "Expected the operation's name, found none.");
      }
      return false;
    }
    for (String needed : kind.needs) {
      if (!parts.given.contains(needed)) {
        body.fault(pointer + "/" + needed, "required", "Expected a value, found none.");
      }
    }
    for (String given : parts.given) {
      if (!given.equals("op") && !kind.needs.contains(given) && !kind.takes.contains(given)) {
        body.fault(
            Pointers.then(pointer, given),
            "unknown_property",
            "This operation does not take it; leave it out.");
      }
    }
    return body.sound();
  }

  private Write write(Parts parts) {
    var entity = resource.entity();
    return switch (parts.kind) {
      case CREATE -> new Create(entity, parts.values);
      case UPDATE -> new Update(entity, parts.id, parts.values, parts.version);
      case UPSERT -> new Upsert(entity, parts.key, parts.values);
      case DELETE -> new Delete(entity, parts.id, parts.version);
      case RESTORE -> new Restore(entity, parts.id, parts.version);
      case INVOKE -> new Invoke(entity, parts.id, parts.action, parts.input, parts.version);
      case null -> throw new IllegalStateException("An operation without a kind is not complete.");
    };
  }
}
