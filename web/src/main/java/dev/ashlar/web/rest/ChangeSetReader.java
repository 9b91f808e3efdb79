package dev.ashlar.web.rest;

import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.value.JsonMismatch;
import dev.ashlar.model.value.JsonValues;
import dev.ashlar.model.value.Values;
import java.io.IOException;
import java.util.BitSet;

/// Reads an object straight into what a write says of a row's columns. What is absent is not said,
/// which is not the same as null.
final class ChangeSetReader {
  private final Resource resource;
  private final boolean skipsKept;

  /// @param skipsKept whether what the framework keeps (key, version, times) may stand there and is
  ///   passed over, as in a row that was read and is sent back whole
  ChangeSetReader(Resource resource, boolean skipsKept) {
    this.resource = resource;
    this.skipsKept = skipsKept;
  }

  /// Reads the object that begins at the parser's current token; what does not fit is noted.
  ChangeSet read(JsonBody body, String pointer) throws IOException {
    if (body.parser().currentToken() != JsonToken.START_OBJECT) {
      body.fault(pointer, "wrong_type", "Expected an object with a row's properties.");
      body.parser().skipChildren();
      return ChangeSet.of(resource.entity());
    }
    return properties(body, pointer, body.parser().nextToken());
  }

  /// The same from within the object, at its first property or its end.
  ChangeSet properties(JsonBody body, String pointer, JsonToken first) throws IOException {
    var changes = ChangeSet.builder(resource.entity());
    var seen = new BitSet();
    for (var token = first; token == JsonToken.FIELD_NAME; token = body.parser().nextToken()) {
      String name = body.parser().currentName();
      body.parser().nextToken();
      Column<?, ?> column = resource.column(name);
      if (column == null) {
        body.fault(Pointers.then(pointer, name), "unknown_property", unknown(name));
        body.parser().skipChildren();
      } else if (skipsKept && !column.plain()) {
        body.parser().skipChildren();
      } else {
        int ordinal = resource.entity().ordinal(column);
        if (seen.get(ordinal)) {
          body.fault(pointer + "/" + name, "duplicate_property", "Found it twice; give it once.");
        }
        seen.set(ordinal);
        value(body, pointer + "/" + name, column, changes);
      }
    }
    return changes.build();
  }

  private static void value(
      JsonBody body, String pointer, Column<?, ?> column, ChangeSet.Builder changes)
      throws IOException {
    if (body.parser().currentToken() == JsonToken.VALUE_NULL) {
      changes.set(column, null);
      return;
    }
    int depth = body.depth() - (body.parser().currentToken().isStructStart() ? 1 : 0);
    try {
      changes.set(column, JsonValues.read(body.parser(), column.type()));
    } catch (JsonMismatch mismatch) {
      body.fault(pointer + mismatch.pointer(), "wrong_type", String.valueOf(mismatch.getMessage()));
      body.leave(depth);
    }
  }

  private String unknown(String name) {
    Edge edge = resource.edge(name);
    if (edge != null && !edge.toMany()) {
      return "A reference is given by its key, as %s.".formatted(edge.reference().property());
    }
    return "%s has no %s; it has %s."
        .formatted(resource, Values.shown(name), resource.properties());
  }
}
