package dev.ashlar.model.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The codecs that generated ones are made of.
public final class JsonCodecs {
  public static final JsonCodec<UUID> UUID = of(ValueType.UUID, UUID.class);
  public static final JsonCodec<String> STRING = of(ValueType.STRING, String.class);
  public static final JsonCodec<Boolean> BOOLEAN = of(ValueType.BOOLEAN, Boolean.class);
  public static final JsonCodec<Byte> BYTE =
      new Scalar<>(ValueType.BYTE, stored -> ((Integer) stored).byteValue(), Byte::intValue);
  public static final JsonCodec<Short> SHORT =
      new Scalar<>(ValueType.SHORT, stored -> ((Integer) stored).shortValue(), Short::intValue);
  public static final JsonCodec<Integer> INT = of(ValueType.INT, Integer.class);
  public static final JsonCodec<Long> LONG = of(ValueType.LONG, Long.class);
  public static final JsonCodec<Float> FLOAT =
      new Scalar<>(ValueType.FLOAT, stored -> ((Double) stored).floatValue(), Values::number);
  public static final JsonCodec<Double> DOUBLE =
      new Scalar<>(ValueType.DOUBLE, Double.class::cast, Values::number);
  public static final JsonCodec<BigDecimal> DECIMAL = of(ValueType.DECIMAL, BigDecimal.class);
  public static final JsonCodec<BigInteger> INTEGER = of(ValueType.INTEGER, BigInteger.class);
  public static final JsonCodec<Instant> INSTANT = of(ValueType.INSTANT, Instant.class);
  public static final JsonCodec<LocalDate> DATE = of(ValueType.DATE, LocalDate.class);
  public static final JsonCodec<LocalTime> TIME = of(ValueType.TIME, LocalTime.class);
  public static final JsonCodec<LocalDateTime> DATE_TIME =
      of(ValueType.DATE_TIME, LocalDateTime.class);
  public static final JsonCodec<Duration> DURATION = of(ValueType.DURATION, Duration.class);
  public static final JsonCodec<byte[]> BYTES = of(ValueType.BYTES, byte[].class);

  private JsonCodecs() {}

  private static <V> JsonCodec<V> of(ValueType type, Class<V> stored) {
    return new Scalar<>(type, stored::cast, value -> value);
  }

  /// Reads and writes an enum by the names of its constants.
  public static <E extends Enum<E>> JsonCodec<E> enumeration(Class<E> type) {
    return new Scalar<>(
        ValueType.enumeration(type), stored -> Enum.valueOf(type, (String) stored), Enum::name);
  }

  /// Reads and writes a list, none of whose elements is null.
  public static <V> JsonCodec<List<V>> listOf(JsonCodec<V> element) {
    return new Elements<>(element);
  }

  // ---- called by generated codecs ----

  /// Demands that the parser is at the start of an object.
  ///
  /// @throws JsonMismatch when it is not
  public static void object(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw JsonRead.mismatch(parser, "an object");
    }
  }

  /// Reads the value of a property, or null.
  ///
  /// @throws JsonMismatch pointing at the property
  public static <V> @Nullable V property(JsonParser parser, String name, JsonCodec<V> codec)
      throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    try {
      return codec.read(parser);
    } catch (JsonMismatch mismatch) {
      throw mismatch.under(name);
    }
  }

  /// The value of a property that must be there.
  ///
  /// @throws JsonMismatch when it is null
  public static <V> V required(String name, @Nullable V value) {
    if (value == null) {
      throw new JsonMismatch("/" + name, "Expected a value, found none.");
    }
    return value;
  }

  /// Says that an object has a property which its type has not.
  public static JsonMismatch unknown(String property, String... known) {
    String pointer = "/" + property.replace("~", "~0").replace("/", "~1");
    return new JsonMismatch(
        Values.capped(pointer),
        "Expected one of the properties %s, found %s."
            .formatted(
                Arrays.stream(known).collect(Collectors.joining(", ")), Values.quoted(property)));
  }

  /// Writes a property, with null where there is no value.
  public static <V> void write(
      JsonGenerator generator, SerializableString name, JsonCodec<V> codec, @Nullable V value)
      throws IOException {
    generator.writeFieldName(name);
    if (value == null) {
      generator.writeNull();
    } else {
      codec.write(generator, value);
    }
  }

  private record Scalar<V>(
      ValueType type, Function<Object, V> ofStored, Function<V, Object> toStored)
      implements JsonCodec<V> {
    @Override
    public V read(JsonParser parser) throws IOException {
      return ofStored.apply(JsonValues.read(parser, type));
    }

    @Override
    public void write(JsonGenerator generator, V value) throws IOException {
      JsonValues.write(generator, type, toStored.apply(value));
    }
  }

  private record Elements<V>(JsonCodec<V> element) implements JsonCodec<List<V>> {
    @Override
    public List<V> read(JsonParser parser) throws IOException {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw JsonRead.mismatch(parser, "a list");
      }
      var all = new ArrayList<V>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        String index = String.valueOf(all.size());
        all.add(required(index, property(parser, index, element)));
      }
      return List.copyOf(all);
    }

    @Override
    public void write(JsonGenerator generator, List<V> value) throws IOException {
      generator.writeStartArray();
      for (V each : value) {
        element.write(generator, each);
      }
      generator.writeEndArray();
    }
  }
}
