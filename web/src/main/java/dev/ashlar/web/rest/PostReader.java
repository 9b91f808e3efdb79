package dev.ashlar.web.rest;

import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.runtime.operation.Operation.Create;
import dev.ashlar.runtime.operation.Operation.Upsert;
import dev.ashlar.runtime.operation.Operation.Write;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads what is posted to a collection: a row, a list of rows, or `{"operations":[…]}`.
///
/// @param key the unique key by which a row that is there already is changed; empty creates always
/// @param parent the row to which the collection belongs, if it does
record PostReader(
    Resource resource, List<Column<?, ?>> key, Optional<Parent> parent, int maxBatch) {
  private static final String OPERATIONS = "operations";

  /// The row that a nested collection belongs to.
  record Parent(Column<?, ?> reference, UUID id) {}

  Posted read(JsonBody body) throws IOException {
    var parser = body.parser();
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      return new Posted.Many(rows(body), false);
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw body.stop(
          "", "wrong_type", "Expected a row, a list of rows, or an object with operations.");
    }
    JsonToken first = parser.nextToken();
    if (first == JsonToken.FIELD_NAME && operations(parser.currentName())) {
      return new Posted.Many(operations(body), true);
    }
    var values = new ChangeSetReader(resource, false).properties(body, "", first);
    return new Posted.One(row(body, "", values));
  }

  private boolean operations(String name) {
    return name.equals(OPERATIONS)
        && resource.column(name) == null
        && parent.isEmpty()
        && key.isEmpty();
  }

  private List<Write> rows(JsonBody body) throws IOException {
    var reader = new ChangeSetReader(resource, false);
    var writes = new ArrayList<Write>();
    while (body.parser().nextToken() != JsonToken.END_ARRAY) {
      bound(body, "", writes.size());
      String pointer = "/" + writes.size();
      writes.add(row(body, pointer, reader.read(body, pointer)));
    }
    someOf(body, "", writes);
    return writes;
  }

  private Write row(JsonBody body, String pointer, ChangeSet values) {
    ChangeSet all = values;
    if (parent.isPresent()) {
      var reference = parent.get().reference();
      UUID id = parent.get().id();
      if (values.has(reference) && !id.equals(values.stored(reference))) {
        body.fault(
            pointer + "/" + reference.property(),
            "not_the_parent",
            "The path says %s; leave it out.".formatted(id));
      }
      all = values.with(reference, id);
    }
    return key.isEmpty()
        ? new Create(resource.entity(), all)
        : new Upsert(resource.entity(), key, all);
  }

  private List<Write> operations(JsonBody body) throws IOException {
    var parser = body.parser();
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw body.stop("/" + OPERATIONS, "wrong_type", "Expected a list of operations.");
    }
    var reader = new OperationReader(resource);
    var writes = new ArrayList<Write>();
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      bound(body, "/" + OPERATIONS, i);
      reader.read(body, "/" + OPERATIONS + "/" + i).ifPresent(writes::add);
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      body.fault(
          Pointers.then("", name), "unknown_property", "Beside operations nothing else is taken.");
      parser.nextToken();
      parser.skipChildren();
    }
    if (body.sound()) {
      someOf(body, "/" + OPERATIONS, writes);
    }
    return writes;
  }

  private void bound(JsonBody body, String pointer, int size) {
    if (size == maxBatch) {
      throw body.stop(
          pointer, "too_many", "Found more than %d; send several requests.".formatted(maxBatch));
    }
  }

  private static void someOf(JsonBody body, String pointer, List<Write> writes) {
    if (writes.isEmpty()) {
      throw body.stop(pointer, "required", "Expected at least one, found none.");
    }
  }
}
