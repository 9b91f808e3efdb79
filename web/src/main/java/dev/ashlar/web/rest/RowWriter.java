package dev.ashlar.web.rest;

import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.value.JsonBytes;
import dev.ashlar.model.value.JsonShapes;
import dev.ashlar.model.value.ValueType;
import java.util.List;
import java.util.OptionalInt;

/// Writes rows of one shape, value by value as they come: everything that does not depend on the
/// row is settled beforehand.
final class RowWriter {
  /// No position.
  static final int NONE = -1;

  /// The fingerprint of all columns.
  static final long WHOLE = 0;

  private static final byte[] REDACTED = JsonBytes.nameOf(JsonShapes.REDACTED);
  private static final long PRIME = 0x100000001b3L;

  /// About how many bytes a value takes: that many for a key, and most others take less.
  private static final int VALUE = 38;

  /// About how many rows there are at the far end of a relation.
  private static final int MANY = 5;

  private final Field[] fields;
  private final Below[] below;
  private final int version;
  private final long fingerprint;
  private final int expected;

  /// A column: where it is, and what it is called.
  static final class Field {
    private final int position;
    private final String property;
    private final byte[] name;
    private final ValueType type;

    Field(int position, String property, ValueType type) {
      this.position = position;
      this.property = property;
      this.name = JsonBytes.nameOf(property);
      this.type = type;
    }
  }

  /// The row or rows at the other end of a relation.
  static final class Below {
    private final int position;
    private final byte[] name;
    private final boolean many;
    private final RowWriter writer;

    Below(int position, String name, boolean many, RowWriter writer) {
      this.position = position;
      this.name = JsonBytes.nameOf(name);
      this.many = many;
      this.writer = writer;
    }
  }

  /// @param version the position of the version, or [#NONE]
  /// @param fingerprint equal for writers of the same columns
  RowWriter(List<Field> fields, List<Below> below, int version, long fingerprint) {
    this.fields = fields.toArray(new Field[0]);
    this.below = below.toArray(new Below[0]);
    this.version = version;
    this.fingerprint = fingerprint;
    this.expected = expected(this.fields, this.below);
  }

  private static int expected(Field[] fields, Below[] below) {
    int sum = 2;
    for (Field field : fields) {
      sum += field.name.length + VALUE;
    }
    for (Below each : below) {
      sum += each.name.length + each.writer.expected * (each.many ? MANY : 1);
    }
    return sum;
  }

  /// About how many bytes a row takes.
  int expected() {
    return expected;
  }

  /// A fingerprint with one more name in it.
  static long mix(long fingerprint, String name) {
    return (fingerprint ^ name.hashCode()) * PRIME;
  }

  /// Whether rows at the other end of relations are written too.
  boolean includes() {
    return below.length > 0;
  }

  /// Writes a row.
  void write(JsonBytes out, Fetched row) {
    out.startObject();
    int hidden = NONE;
    for (int i = 0; i < fields.length; i++) {
      Field field = fields[i];
      Object value = row.value(field.position);
      if (value != null) {
        out.name(field.name);
        out.value(field.type, value);
      } else if (row.redacted(field.position)) {
        hidden = hidden == NONE ? i : hidden;
      } else {
        out.name(field.name);
        out.nothing();
      }
    }
    for (Below each : below) {
      write(out, row, each);
    }
    if (hidden != NONE) {
      writeHidden(out, row, hidden);
    }
    out.endObject();
  }

  private static void write(JsonBytes out, Fetched row, Below below) {
    out.name(below.name);
    if (below.many) {
      below.writer.write(out, row.many(below.position));
      return;
    }
    var one = row.one(below.position);
    if (one.isPresent()) {
      below.writer.write(out, one.get());
    } else {
      out.nothing();
    }
  }

  /// Writes rows as a list.
  void write(JsonBytes out, List<Fetched> rows) {
    out.startArray();
    for (int i = 0; i < rows.size(); i++) {
      write(out, rows.get(i));
    }
    out.endArray();
  }

  private void writeHidden(JsonBytes out, Fetched row, int first) {
    out.name(REDACTED);
    out.startArray();
    for (int i = first; i < fields.length; i++) {
      if (row.redacted(fields[i].position)) {
        out.string(fields[i].property);
      }
    }
    out.endArray();
  }

  /// The row's version, if it has one.
  OptionalInt version(Fetched row) {
    return version == NONE || row.isNull(version)
        ? OptionalInt.empty()
        : OptionalInt.of(row.int32(version));
  }

  /// What of the row is written, beside its version: equal for the same columns, of which the same
  /// are hidden; [#WHOLE] for all of them in full.
  long fingerprint(Fetched row) {
    long mixed = fingerprint;
    for (Field field : fields) {
      if (row.value(field.position) == null && row.redacted(field.position)) {
        mixed = mix(mixed, field.property);
      }
    }
    return mixed;
  }
}
