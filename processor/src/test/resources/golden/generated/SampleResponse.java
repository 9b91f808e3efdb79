package shop;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.ashlar.model.Visible;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.JsonCodecs;
import dev.ashlar.model.value.JsonShapes;
import dev.ashlar.model.value.JsonValues;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// What is seen of a [Sample].
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public record SampleResponse(
    UUID id,
    Visible<String> code,
    Visible<String> address,
    Visible<Boolean> agreed,
    Visible<Boolean> answered,
    Visible<Byte> tiny,
    Visible<Byte> maybeTiny,
    Visible<Short> small,
    Visible<Short> maybeSmall,
    Visible<Integer> number,
    Visible<Integer> maybeNumber,
    Visible<Long> big,
    Visible<Long> maybeBig,
    Visible<Float> single,
    Visible<Float> maybeSingle,
    Visible<Double> twice,
    Visible<Double> maybeTwice,
    Visible<BigDecimal> price,
    Visible<BigInteger> huge,
    Visible<Status> status,
    Visible<Instant> seenAt,
    Visible<LocalDate> due,
    Visible<LocalTime> opens,
    Visible<LocalDateTime> meets,
    Visible<Duration> length,
    Visible<byte[]> picture,
    Visible<byte[]> thumbnail,
    Visible<List<Place>> places,
    Visible<List<List<Status>>> grid) {
  /// Reads and writes it as JSON.
  public static final JsonCodec<SampleResponse> JSON = new Codec();

  private static final List<SerializedString> NAMES =
      List.of(
          Sample_.code.json(),
          Sample_.address.json(),
          Sample_.agreed.json(),
          Sample_.answered.json(),
          Sample_.tiny.json(),
          Sample_.maybeTiny.json(),
          Sample_.small.json(),
          Sample_.maybeSmall.json(),
          Sample_.number.json(),
          Sample_.maybeNumber.json(),
          Sample_.big.json(),
          Sample_.maybeBig.json(),
          Sample_.single.json(),
          Sample_.maybeSingle.json(),
          Sample_.twice.json(),
          Sample_.maybeTwice.json(),
          Sample_.price.json(),
          Sample_.huge.json(),
          Sample_.status.json(),
          Sample_.seenAt.json(),
          Sample_.due.json(),
          Sample_.opens.json(),
          Sample_.meets.json(),
          Sample_.length.json(),
          Sample_.picture.json(),
          Sample_.thumbnail.json(),
          Sample_.places.json(),
          Sample_.grid.json());

  /// What is seen of a row that was fetched by `Selection.all`.
  public static SampleResponse of(Fetched row) {
    return new SampleResponse(
        row.uuid(0),
        row.visible(1, at -> row.string(at)),
        row.visible(2, at -> row.string(at)),
        row.visible(3, at -> row.bool(at)),
        row.visible(4, at -> row.isNull(at) ? null : row.bool(at)),
        row.visible(5, at -> (byte) row.int32(at)),
        row.visible(6, at -> row.isNull(at) ? null : (byte) row.int32(at)),
        row.visible(7, at -> (short) row.int32(at)),
        row.visible(8, at -> row.isNull(at) ? null : (short) row.int32(at)),
        row.visible(9, at -> row.int32(at)),
        row.visible(10, at -> row.isNull(at) ? null : row.int32(at)),
        row.visible(11, at -> row.int64(at)),
        row.visible(12, at -> row.isNull(at) ? null : row.int64(at)),
        row.visible(13, at -> (float) row.float64(at)),
        row.visible(14, at -> row.isNull(at) ? null : (float) row.float64(at)),
        row.visible(15, at -> row.float64(at)),
        row.visible(16, at -> row.isNull(at) ? null : row.float64(at)),
        row.visible(17, at -> row.decimal(at)),
        row.visible(18, at -> row.integer(at)),
        row.visible(19, at -> row.isNull(at) ? null : Status.valueOf(row.string(at))),
        row.visible(20, at -> row.instant(at)),
        row.visible(21, at -> row.date(at)),
        row.visible(22, at -> row.time(at)),
        row.visible(23, at -> row.isNull(at) ? null : row.dateTime(at)),
        row.visible(24, at -> row.duration(at)),
        row.visible(25, at -> row.bytes(at)),
        row.visible(26, at -> row.isNull(at) ? null : row.bytes(at)),
        row.visible(27, at -> JsonValues.parse(Sample_.PLACES_CODEC, row.string(at))),
        row.visible(28, at -> JsonValues.parse(Sample_.GRID_CODEC, row.string(at))));
  }

  private static final class Codec implements JsonCodec<SampleResponse> {
    @Override
    public SampleResponse read(JsonParser parser) throws IOException {
      JsonCodecs.object(parser);
      @Nullable UUID id_ = null;
      @Nullable Visible<String> code_ = null;
      @Nullable Visible<String> address_ = null;
      @Nullable Visible<Boolean> agreed_ = null;
      @Nullable Visible<Boolean> answered_ = null;
      @Nullable Visible<Byte> tiny_ = null;
      @Nullable Visible<Byte> maybeTiny_ = null;
      @Nullable Visible<Short> small_ = null;
      @Nullable Visible<Short> maybeSmall_ = null;
      @Nullable Visible<Integer> number_ = null;
      @Nullable Visible<Integer> maybeNumber_ = null;
      @Nullable Visible<Long> big_ = null;
      @Nullable Visible<Long> maybeBig_ = null;
      @Nullable Visible<Float> single_ = null;
      @Nullable Visible<Float> maybeSingle_ = null;
      @Nullable Visible<Double> twice_ = null;
      @Nullable Visible<Double> maybeTwice_ = null;
      @Nullable Visible<BigDecimal> price_ = null;
      @Nullable Visible<BigInteger> huge_ = null;
      @Nullable Visible<Status> status_ = null;
      @Nullable Visible<Instant> seenAt_ = null;
      @Nullable Visible<LocalDate> due_ = null;
      @Nullable Visible<LocalTime> opens_ = null;
      @Nullable Visible<LocalDateTime> meets_ = null;
      @Nullable Visible<Duration> length_ = null;
      @Nullable Visible<byte[]> picture_ = null;
      @Nullable Visible<byte[]> thumbnail_ = null;
      @Nullable Visible<List<Place>> places_ = null;
      @Nullable Visible<List<List<Status>>> grid_ = null;
      Set<String> redacted_ = Set.of();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String property = parser.currentName();
        parser.nextToken();
        switch (property) {
          case "id" -> id_ = JsonCodecs.property(parser, "id", JsonCodecs.UUID);
          case "code" -> code_ = JsonShapes.visible(parser, "code", JsonCodecs.STRING);
          case "address" -> address_ = JsonShapes.visible(parser, "address", JsonCodecs.STRING);
          case "agreed" -> agreed_ = JsonShapes.visible(parser, "agreed", JsonCodecs.BOOLEAN);
          case "answered" -> answered_ = JsonShapes.visible(parser, "answered", JsonCodecs.BOOLEAN);
          case "tiny" -> tiny_ = JsonShapes.visible(parser, "tiny", JsonCodecs.BYTE);
          case "maybeTiny" -> maybeTiny_ = JsonShapes.visible(parser, "maybeTiny", JsonCodecs.BYTE);
          case "small" -> small_ = JsonShapes.visible(parser, "small", JsonCodecs.SHORT);
          case "maybeSmall" -> maybeSmall_ = JsonShapes.visible(parser, "maybeSmall", JsonCodecs.SHORT);
          case "number" -> number_ = JsonShapes.visible(parser, "number", JsonCodecs.INT);
          case "maybeNumber" -> maybeNumber_ = JsonShapes.visible(parser, "maybeNumber", JsonCodecs.INT);
          case "big" -> big_ = JsonShapes.visible(parser, "big", JsonCodecs.LONG);
          case "maybeBig" -> maybeBig_ = JsonShapes.visible(parser, "maybeBig", JsonCodecs.LONG);
          case "single" -> single_ = JsonShapes.visible(parser, "single", JsonCodecs.FLOAT);
          case "maybeSingle" -> maybeSingle_ = JsonShapes.visible(parser, "maybeSingle", JsonCodecs.FLOAT);
          case "twice" -> twice_ = JsonShapes.visible(parser, "twice", JsonCodecs.DOUBLE);
          case "maybeTwice" -> maybeTwice_ = JsonShapes.visible(parser, "maybeTwice", JsonCodecs.DOUBLE);
          case "price" -> price_ = JsonShapes.visible(parser, "price", JsonCodecs.DECIMAL);
          case "huge" -> huge_ = JsonShapes.visible(parser, "huge", JsonCodecs.INTEGER);
          case "status" -> status_ = JsonShapes.visible(parser, "status", Sample_.STATUS_CODEC);
          case "seenAt" -> seenAt_ = JsonShapes.visible(parser, "seenAt", JsonCodecs.INSTANT);
          case "due" -> due_ = JsonShapes.visible(parser, "due", JsonCodecs.DATE);
          case "opens" -> opens_ = JsonShapes.visible(parser, "opens", JsonCodecs.TIME);
          case "meets" -> meets_ = JsonShapes.visible(parser, "meets", JsonCodecs.DATE_TIME);
          case "length" -> length_ = JsonShapes.visible(parser, "length", JsonCodecs.DURATION);
          case "picture" -> picture_ = JsonShapes.visible(parser, "picture", JsonCodecs.BYTES);
          case "thumbnail" -> thumbnail_ = JsonShapes.visible(parser, "thumbnail", JsonCodecs.BYTES);
          case "places" -> places_ = JsonShapes.visible(parser, "places", Sample_.PLACES_CODEC);
          case "grid" -> grid_ = JsonShapes.visible(parser, "grid", Sample_.GRID_CODEC);
          case "redacted" -> redacted_ = JsonShapes.redacted(parser);
          default -> throw JsonCodecs.unknown(property, "id", "code", "address", "agreed", "answered", "tiny", "maybeTiny", "small", "maybeSmall", "number", "maybeNumber", "big", "maybeBig", "single", "maybeSingle", "twice", "maybeTwice", "price", "huge", "status", "seenAt", "due", "opens", "meets", "length", "picture", "thumbnail", "places", "grid", "redacted");
        }
      }
      return new SampleResponse(
          JsonCodecs.required("id", id_),
          JsonShapes.shown("code", code_, redacted_),
          JsonShapes.shown("address", address_, redacted_),
          JsonShapes.shown("agreed", agreed_, redacted_),
          JsonShapes.shown("answered", answered_, redacted_),
          JsonShapes.shown("tiny", tiny_, redacted_),
          JsonShapes.shown("maybeTiny", maybeTiny_, redacted_),
          JsonShapes.shown("small", small_, redacted_),
          JsonShapes.shown("maybeSmall", maybeSmall_, redacted_),
          JsonShapes.shown("number", number_, redacted_),
          JsonShapes.shown("maybeNumber", maybeNumber_, redacted_),
          JsonShapes.shown("big", big_, redacted_),
          JsonShapes.shown("maybeBig", maybeBig_, redacted_),
          JsonShapes.shown("single", single_, redacted_),
          JsonShapes.shown("maybeSingle", maybeSingle_, redacted_),
          JsonShapes.shown("twice", twice_, redacted_),
          JsonShapes.shown("maybeTwice", maybeTwice_, redacted_),
          JsonShapes.shown("price", price_, redacted_),
          JsonShapes.shown("huge", huge_, redacted_),
          JsonShapes.shown("status", status_, redacted_),
          JsonShapes.shown("seenAt", seenAt_, redacted_),
          JsonShapes.shown("due", due_, redacted_),
          JsonShapes.shown("opens", opens_, redacted_),
          JsonShapes.shown("meets", meets_, redacted_),
          JsonShapes.shown("length", length_, redacted_),
          JsonShapes.shown("picture", picture_, redacted_),
          JsonShapes.shown("thumbnail", thumbnail_, redacted_),
          JsonShapes.shown("places", places_, redacted_),
          JsonShapes.shown("grid", grid_, redacted_));
    }

    @Override
    public void write(JsonGenerator generator, SampleResponse value) throws IOException {
      generator.writeStartObject();
      JsonCodecs.write(generator, Sample_.id.json(), JsonCodecs.UUID, value.id());
      JsonShapes.write(generator, Sample_.code.json(), JsonCodecs.STRING, value.code());
      JsonShapes.write(generator, Sample_.address.json(), JsonCodecs.STRING, value.address());
      JsonShapes.write(generator, Sample_.agreed.json(), JsonCodecs.BOOLEAN, value.agreed());
      JsonShapes.write(generator, Sample_.answered.json(), JsonCodecs.BOOLEAN, value.answered());
      JsonShapes.write(generator, Sample_.tiny.json(), JsonCodecs.BYTE, value.tiny());
      JsonShapes.write(generator, Sample_.maybeTiny.json(), JsonCodecs.BYTE, value.maybeTiny());
      JsonShapes.write(generator, Sample_.small.json(), JsonCodecs.SHORT, value.small());
      JsonShapes.write(generator, Sample_.maybeSmall.json(), JsonCodecs.SHORT, value.maybeSmall());
      JsonShapes.write(generator, Sample_.number.json(), JsonCodecs.INT, value.number());
      JsonShapes.write(generator, Sample_.maybeNumber.json(), JsonCodecs.INT, value.maybeNumber());
      JsonShapes.write(generator, Sample_.big.json(), JsonCodecs.LONG, value.big());
      JsonShapes.write(generator, Sample_.maybeBig.json(), JsonCodecs.LONG, value.maybeBig());
      JsonShapes.write(generator, Sample_.single.json(), JsonCodecs.FLOAT, value.single());
      JsonShapes.write(generator, Sample_.maybeSingle.json(), JsonCodecs.FLOAT, value.maybeSingle());
      JsonShapes.write(generator, Sample_.twice.json(), JsonCodecs.DOUBLE, value.twice());
      JsonShapes.write(generator, Sample_.maybeTwice.json(), JsonCodecs.DOUBLE, value.maybeTwice());
      JsonShapes.write(generator, Sample_.price.json(), JsonCodecs.DECIMAL, value.price());
      JsonShapes.write(generator, Sample_.huge.json(), JsonCodecs.INTEGER, value.huge());
      JsonShapes.write(generator, Sample_.status.json(), Sample_.STATUS_CODEC, value.status());
      JsonShapes.write(generator, Sample_.seenAt.json(), JsonCodecs.INSTANT, value.seenAt());
      JsonShapes.write(generator, Sample_.due.json(), JsonCodecs.DATE, value.due());
      JsonShapes.write(generator, Sample_.opens.json(), JsonCodecs.TIME, value.opens());
      JsonShapes.write(generator, Sample_.meets.json(), JsonCodecs.DATE_TIME, value.meets());
      JsonShapes.write(generator, Sample_.length.json(), JsonCodecs.DURATION, value.length());
      JsonShapes.write(generator, Sample_.picture.json(), JsonCodecs.BYTES, value.picture());
      JsonShapes.write(generator, Sample_.thumbnail.json(), JsonCodecs.BYTES, value.thumbnail());
      JsonShapes.write(generator, Sample_.places.json(), Sample_.PLACES_CODEC, value.places());
      JsonShapes.write(generator, Sample_.grid.json(), Sample_.GRID_CODEC, value.grid());
      JsonShapes.redacted(
          generator,
          NAMES,
          value.code(),
          value.address(),
          value.agreed(),
          value.answered(),
          value.tiny(),
          value.maybeTiny(),
          value.small(),
          value.maybeSmall(),
          value.number(),
          value.maybeNumber(),
          value.big(),
          value.maybeBig(),
          value.single(),
          value.maybeSingle(),
          value.twice(),
          value.maybeTwice(),
          value.price(),
          value.huge(),
          value.status(),
          value.seenAt(),
          value.due(),
          value.opens(),
          value.meets(),
          value.length(),
          value.picture(),
          value.thumbnail(),
          value.places(),
          value.grid());
      generator.writeEndObject();
    }
  }
}
