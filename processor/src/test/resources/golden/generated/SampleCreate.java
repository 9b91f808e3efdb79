package shop;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.JsonCodecs;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// What is said of a new [Sample].
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public record SampleCreate(
    String code,
    String address,
    boolean agreed,
    @Nullable Boolean answered,
    byte tiny,
    @Nullable Byte maybeTiny,
    short small,
    @Nullable Short maybeSmall,
    int number,
    @Nullable Integer maybeNumber,
    long big,
    @Nullable Long maybeBig,
    float single,
    @Nullable Float maybeSingle,
    double twice,
    @Nullable Double maybeTwice,
    BigDecimal price,
    BigInteger huge,
    @Nullable Status status,
    Instant seenAt,
    LocalDate due,
    LocalTime opens,
    @Nullable LocalDateTime meets,
    Duration length,
    byte[] picture,
    byte @Nullable [] thumbnail,
    List<Place> places,
    List<List<Status>> grid) {
  /// Reads and writes it as JSON.
  public static final JsonCodec<SampleCreate> JSON = new Codec();

  /// The same, in the form in which it is stored.
  public ChangeSet toChanges() {
    return ChangeSet.builder(Sample_.MODEL)
        .set(Sample_.code, code)
        .set(Sample_.address, address)
        .set(Sample_.agreed, agreed)
        .set(Sample_.answered, answered)
        .set(Sample_.tiny, tiny)
        .set(Sample_.maybeTiny, maybeTiny)
        .set(Sample_.small, small)
        .set(Sample_.maybeSmall, maybeSmall)
        .set(Sample_.number, number)
        .set(Sample_.maybeNumber, maybeNumber)
        .set(Sample_.big, big)
        .set(Sample_.maybeBig, maybeBig)
        .set(Sample_.single, single)
        .set(Sample_.maybeSingle, maybeSingle)
        .set(Sample_.twice, twice)
        .set(Sample_.maybeTwice, maybeTwice)
        .set(Sample_.price, price)
        .set(Sample_.huge, huge)
        .set(Sample_.status, status)
        .set(Sample_.seenAt, seenAt)
        .set(Sample_.due, due)
        .set(Sample_.opens, opens)
        .set(Sample_.meets, meets)
        .set(Sample_.length, length)
        .set(Sample_.picture, picture)
        .set(Sample_.thumbnail, thumbnail)
        .set(Sample_.places, places)
        .set(Sample_.grid, grid)
        .build();
  }

  private static final class Codec implements JsonCodec<SampleCreate> {
    @Override
    public SampleCreate read(JsonParser parser) throws IOException {
      JsonCodecs.object(parser);
      @Nullable String code_ = null;
      @Nullable String address_ = null;
      @Nullable Boolean agreed_ = null;
      @Nullable Boolean answered_ = null;
      @Nullable Byte tiny_ = null;
      @Nullable Byte maybeTiny_ = null;
      @Nullable Short small_ = null;
      @Nullable Short maybeSmall_ = null;
      @Nullable Integer number_ = null;
      @Nullable Integer maybeNumber_ = null;
      @Nullable Long big_ = null;
      @Nullable Long maybeBig_ = null;
      @Nullable Float single_ = null;
      @Nullable Float maybeSingle_ = null;
      @Nullable Double twice_ = null;
      @Nullable Double maybeTwice_ = null;
      @Nullable BigDecimal price_ = null;
      @Nullable BigInteger huge_ = null;
      @Nullable Status status_ = null;
      @Nullable Instant seenAt_ = null;
      @Nullable LocalDate due_ = null;
      @Nullable LocalTime opens_ = null;
      @Nullable LocalDateTime meets_ = null;
      @Nullable Duration length_ = null;
      @Nullable byte[] picture_ = null;
      @Nullable byte[] thumbnail_ = null;
      @Nullable List<Place> places_ = null;
      @Nullable List<List<Status>> grid_ = null;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String property = parser.currentName();
        parser.nextToken();
        switch (property) {
          case "code" -> code_ = JsonCodecs.property(parser, "code", JsonCodecs.STRING);
          case "address" -> address_ = JsonCodecs.property(parser, "address", JsonCodecs.STRING);
          case "agreed" -> agreed_ = JsonCodecs.property(parser, "agreed", JsonCodecs.BOOLEAN);
          case "answered" -> answered_ = JsonCodecs.property(parser, "answered", JsonCodecs.BOOLEAN);
          case "tiny" -> tiny_ = JsonCodecs.property(parser, "tiny", JsonCodecs.BYTE);
          case "maybeTiny" -> maybeTiny_ = JsonCodecs.property(parser, "maybeTiny", JsonCodecs.BYTE);
          case "small" -> small_ = JsonCodecs.property(parser, "small", JsonCodecs.SHORT);
          case "maybeSmall" -> maybeSmall_ = JsonCodecs.property(parser, "maybeSmall", JsonCodecs.SHORT);
          case "number" -> number_ = JsonCodecs.property(parser, "number", JsonCodecs.INT);
          case "maybeNumber" -> maybeNumber_ = JsonCodecs.property(parser, "maybeNumber", JsonCodecs.INT);
          case "big" -> big_ = JsonCodecs.property(parser, "big", JsonCodecs.LONG);
          case "maybeBig" -> maybeBig_ = JsonCodecs.property(parser, "maybeBig", JsonCodecs.LONG);
          case "single" -> single_ = JsonCodecs.property(parser, "single", JsonCodecs.FLOAT);
          case "maybeSingle" -> maybeSingle_ = JsonCodecs.property(parser, "maybeSingle", JsonCodecs.FLOAT);
          case "twice" -> twice_ = JsonCodecs.property(parser, "twice", JsonCodecs.DOUBLE);
          case "maybeTwice" -> maybeTwice_ = JsonCodecs.property(parser, "maybeTwice", JsonCodecs.DOUBLE);
          case "price" -> price_ = JsonCodecs.property(parser, "price", JsonCodecs.DECIMAL);
          case "huge" -> huge_ = JsonCodecs.property(parser, "huge", JsonCodecs.INTEGER);
          case "status" -> status_ = JsonCodecs.property(parser, "status", Sample_.STATUS_CODEC);
          case "seenAt" -> seenAt_ = JsonCodecs.property(parser, "seenAt", JsonCodecs.INSTANT);
          case "due" -> due_ = JsonCodecs.property(parser, "due", JsonCodecs.DATE);
          case "opens" -> opens_ = JsonCodecs.property(parser, "opens", JsonCodecs.TIME);
          case "meets" -> meets_ = JsonCodecs.property(parser, "meets", JsonCodecs.DATE_TIME);
          case "length" -> length_ = JsonCodecs.property(parser, "length", JsonCodecs.DURATION);
          case "picture" -> picture_ = JsonCodecs.property(parser, "picture", JsonCodecs.BYTES);
          case "thumbnail" -> thumbnail_ = JsonCodecs.property(parser, "thumbnail", JsonCodecs.BYTES);
          case "places" -> places_ = JsonCodecs.property(parser, "places", Sample_.PLACES_CODEC);
          case "grid" -> grid_ = JsonCodecs.property(parser, "grid", Sample_.GRID_CODEC);
          default -> throw JsonCodecs.unknown(property, "code", "address", "agreed", "answered", "tiny", "maybeTiny", "small", "maybeSmall", "number", "maybeNumber", "big", "maybeBig", "single", "maybeSingle", "twice", "maybeTwice", "price", "huge", "status", "seenAt", "due", "opens", "meets", "length", "picture", "thumbnail", "places", "grid");
        }
      }
      return new SampleCreate(
          JsonCodecs.required("code", code_),
          JsonCodecs.required("address", address_),
          JsonCodecs.required("agreed", agreed_),
          answered_,
          JsonCodecs.required("tiny", tiny_),
          maybeTiny_,
          JsonCodecs.required("small", small_),
          maybeSmall_,
          JsonCodecs.required("number", number_),
          maybeNumber_,
          JsonCodecs.required("big", big_),
          maybeBig_,
          JsonCodecs.required("single", single_),
          maybeSingle_,
          JsonCodecs.required("twice", twice_),
          maybeTwice_,
          JsonCodecs.required("price", price_),
          JsonCodecs.required("huge", huge_),
          status_,
          JsonCodecs.required("seenAt", seenAt_),
          JsonCodecs.required("due", due_),
          JsonCodecs.required("opens", opens_),
          meets_,
          JsonCodecs.required("length", length_),
          JsonCodecs.required("picture", picture_),
          thumbnail_,
          JsonCodecs.required("places", places_),
          JsonCodecs.required("grid", grid_));
    }

    @Override
    public void write(JsonGenerator generator, SampleCreate value) throws IOException {
      generator.writeStartObject();
      JsonCodecs.write(generator, Sample_.code.json(), JsonCodecs.STRING, value.code());
      JsonCodecs.write(generator, Sample_.address.json(), JsonCodecs.STRING, value.address());
      JsonCodecs.write(generator, Sample_.agreed.json(), JsonCodecs.BOOLEAN, value.agreed());
      JsonCodecs.write(generator, Sample_.answered.json(), JsonCodecs.BOOLEAN, value.answered());
      JsonCodecs.write(generator, Sample_.tiny.json(), JsonCodecs.BYTE, value.tiny());
      JsonCodecs.write(generator, Sample_.maybeTiny.json(), JsonCodecs.BYTE, value.maybeTiny());
      JsonCodecs.write(generator, Sample_.small.json(), JsonCodecs.SHORT, value.small());
      JsonCodecs.write(generator, Sample_.maybeSmall.json(), JsonCodecs.SHORT, value.maybeSmall());
      JsonCodecs.write(generator, Sample_.number.json(), JsonCodecs.INT, value.number());
      JsonCodecs.write(generator, Sample_.maybeNumber.json(), JsonCodecs.INT, value.maybeNumber());
      JsonCodecs.write(generator, Sample_.big.json(), JsonCodecs.LONG, value.big());
      JsonCodecs.write(generator, Sample_.maybeBig.json(), JsonCodecs.LONG, value.maybeBig());
      JsonCodecs.write(generator, Sample_.single.json(), JsonCodecs.FLOAT, value.single());
      JsonCodecs.write(generator, Sample_.maybeSingle.json(), JsonCodecs.FLOAT, value.maybeSingle());
      JsonCodecs.write(generator, Sample_.twice.json(), JsonCodecs.DOUBLE, value.twice());
      JsonCodecs.write(generator, Sample_.maybeTwice.json(), JsonCodecs.DOUBLE, value.maybeTwice());
      JsonCodecs.write(generator, Sample_.price.json(), JsonCodecs.DECIMAL, value.price());
      JsonCodecs.write(generator, Sample_.huge.json(), JsonCodecs.INTEGER, value.huge());
      JsonCodecs.write(generator, Sample_.status.json(), Sample_.STATUS_CODEC, value.status());
      JsonCodecs.write(generator, Sample_.seenAt.json(), JsonCodecs.INSTANT, value.seenAt());
      JsonCodecs.write(generator, Sample_.due.json(), JsonCodecs.DATE, value.due());
      JsonCodecs.write(generator, Sample_.opens.json(), JsonCodecs.TIME, value.opens());
      JsonCodecs.write(generator, Sample_.meets.json(), JsonCodecs.DATE_TIME, value.meets());
      JsonCodecs.write(generator, Sample_.length.json(), JsonCodecs.DURATION, value.length());
      JsonCodecs.write(generator, Sample_.picture.json(), JsonCodecs.BYTES, value.picture());
      JsonCodecs.write(generator, Sample_.thumbnail.json(), JsonCodecs.BYTES, value.thumbnail());
      JsonCodecs.write(generator, Sample_.places.json(), Sample_.PLACES_CODEC, value.places());
      JsonCodecs.write(generator, Sample_.grid.json(), Sample_.GRID_CODEC, value.grid());
      generator.writeEndObject();
    }
  }
}
