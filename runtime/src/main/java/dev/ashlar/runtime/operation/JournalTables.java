package dev.ashlar.runtime.operation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.ValueType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The framework's own tables, as the migration of module `ashlar` makes them. No surface serves
/// them.
final class JournalTables {
  /// JSON that is kept as the text it is.
  private static final ValueType TEXT_AS_JSON = ValueType.json(String.class, new RawJson());

  /// Which action it was, where the operation is one; the last column of its tables.
  private static final ColumnSpec ACTION =
      ColumnSpec.of("action", "action", ValueType.STRING).orNull();

  /// Who did what to which row, with the row before and after.
  static final EntityModel<Audit> AUDIT =
      table(
          Audit.class,
          "ashlar_audit",
          id(),
          ColumnSpec.of("at", "at", ValueType.INSTANT),
          ColumnSpec.of("actorId", "actor_id", ValueType.UUID).orNull(),
          ColumnSpec.of("actorName", "actor_name", ValueType.STRING).orNull(),
          ColumnSpec.of("operation", "operation", ValueType.STRING),
          ColumnSpec.of("entity", "entity", ValueType.STRING),
          ColumnSpec.of("entityId", "entity_id", ValueType.UUID),
          ColumnSpec.of("requestId", "request_id", ValueType.STRING),
          ColumnSpec.of("before", "before", TEXT_AS_JSON).orNull(),
          ColumnSpec.of("after", "after", TEXT_AS_JSON).orNull(),
          ACTION);

  /// What was committed, for whoever follows; its position is made by the database.
  static final EntityModel<Event> OUTBOX =
      table(
          Event.class,
          "ashlar_outbox",
          id(),
          ColumnSpec.of("at", "at", ValueType.INSTANT),
          ColumnSpec.of("entity", "entity", ValueType.STRING),
          ColumnSpec.of("entityId", "entity_id", ValueType.UUID),
          ColumnSpec.of("operation", "operation", ValueType.STRING),
          ColumnSpec.of("payload", "payload", TEXT_AS_JSON).orNull(),
          ACTION);

  /// Which request was done under which key, and its answer.
  static final EntityModel<Answer> IDEMPOTENCY =
      table(
          Answer.class,
          "ashlar_idempotency",
          ColumnSpec.of("actor", "actor", ValueType.STRING),
          ColumnSpec.of("key", "key", ValueType.STRING),
          ColumnSpec.of("fingerprint", "fingerprint", ValueType.BYTES),
          ColumnSpec.of("at", "at", ValueType.INSTANT),
          ColumnSpec.of("answer", "answer", TEXT_AS_JSON).orNull());

  private JournalTables() {}

  /// A row of the audit table.
  record Audit() {}

  /// A row of the outbox.
  record Event() {}

  /// A row of the idempotency table.
  record Answer() {}

  private static ColumnSpec id() {
    return ColumnSpec.of("id", "id", ValueType.UUID).as(Role.ID);
  }

  /// These rows are written from values and read in selections, never as records.
  private static <T> EntityModel<T> table(Class<T> type, String table, ColumnSpec... specs) {
    List<Column<T, ?>> columns =
        Arrays.stream(specs)
            .<Column<T, ?>>map(spec -> new Column<>(type, spec, _ -> null))
            .toList();
    var spec =
        new EntityModel.Spec<>(
            type,
            table,
            table,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return new EntityModel<>(
        spec,
        columns,
        _ -> {
          throw new IllegalStateException(table + " is read in selections, never as a record.");
        });
  }

  private static final class RawJson implements JsonCodec<String> {
    @Override
    public String read(JsonParser parser) throws IOException {
      throw new IOException("The framework's own tables take no JSON from outside.");
    }

    @Override
    public void write(JsonGenerator generator, String value) throws IOException {
      generator.writeRawValue(value);
    }
  }
}
