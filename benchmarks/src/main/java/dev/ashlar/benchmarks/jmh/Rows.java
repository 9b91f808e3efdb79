package dev.ashlar.benchmarks.jmh;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.ashlar.model.Ref;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.value.JsonBytes;
import dev.ashlar.model.value.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Rows read into records and written as JSON: what is generated beside what is written by hand.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Rows {
  private static final JsonFactory JSON = new JsonFactory();

  /// About how many bytes a row takes.
  private static final int EXPECTED = 512;

  private final Values row =
      new Values(
          UUID.fromString("0199b5a2-7c1e-7f00-8000-00805f9b34fb"),
          "Repair the login of customer 8",
          "OPEN",
          3,
          UUID.fromString("0199b5a2-7c1e-7f00-8000-00805f9b34fc"),
          UUID.fromString("0199b5a2-7c1e-7f00-8000-00805f9b34fd"),
          new BigDecimal("2.50"),
          1,
          Instant.parse("2026-03-01T12:30:00.123456Z"),
          Instant.parse("2026-03-02T08:00:00.654321Z"));
  private final Ticket ticket = Ticket_.MODEL.reader().read(row);
  private final ByteArrayBuilder bytes = new ByteArrayBuilder();

  private static final class Values implements Row {
    private final Object[] values;

    Values(Object... values) {
      this.values = values;
    }

    @Override
    public @Nullable Object value(int position) {
      return values[position];
    }
  }

  @Benchmark
  public Ticket readGenerated() {
    return Ticket_.MODEL.reader().read(row);
  }

  @Benchmark
  public Ticket readByHand() {
    return new Ticket(
        (UUID) row.values[0],
        (String) row.values[1],
        Ticket.State.valueOf((String) row.values[2]),
        (Integer) row.values[3],
        Ref.of((UUID) row.values[4]),
        (UUID) row.values[5],
        (BigDecimal) row.values[6],
        (Integer) row.values[7],
        (Instant) row.values[8],
        (Instant) row.values[9]);
  }

  @Benchmark
  public int writeGenerated() {
    var out = new JsonBytes(EXPECTED);
    out.startObject();
    for (Column<Ticket, ?> column : Ticket_.MODEL.columns()) {
      out.name(column.property());
      Object value = column.stored(ticket);
      if (value == null) {
        out.nothing();
      } else {
        out.value(column.type(), value);
      }
    }
    out.endObject();
    return out.length();
  }

  @Benchmark
  public int writeByHand() throws IOException {
    bytes.reset();
    try (var out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("id", ticket.id().toString());
      out.writeStringField("title", ticket.title());
      out.writeStringField("state", ticket.state().name());
      out.writeNumberField("priority", ticket.priority());
      out.writeStringField("crewId", ticket.crew().id().toString());
      out.writeStringField("author", ticket.author().toString());
      if (ticket.estimate() == null) {
        out.writeNullField("estimate");
      } else {
        out.writeNumberField("estimate", ticket.estimate());
      }
      out.writeNumberField("version", ticket.version());
      out.writeStringField("createdAt", ticket.createdAt().toString());
      out.writeStringField("updatedAt", ticket.updatedAt().toString());
      out.writeEndObject();
    }
    return bytes.getCurrentSegmentLength();
  }
}
