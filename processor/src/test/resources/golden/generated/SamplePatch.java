package shop;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.model.Change;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.JsonCodecs;
import dev.ashlar.model.value.JsonShapes;
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

/// What is changed of a [Sample]; what is absent stays.
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public record SamplePatch(
    Change<String> code,
    Change<String> address,
    Change<Boolean> agreed,
    Change<Boolean> answered,
    Change<Byte> tiny,
    Change<Byte> maybeTiny,
    Change<Short> small,
    Change<Short> maybeSmall,
    Change<Integer> number,
    Change<Integer> maybeNumber,
    Change<Long> big,
    Change<Long> maybeBig,
    Change<Float> single,
    Change<Float> maybeSingle,
    Change<Double> twice,
    Change<Double> maybeTwice,
    Change<BigDecimal> price,
    Change<BigInteger> huge,
    Change<Status> status,
    Change<Instant> seenAt,
    Change<LocalDate> due,
    Change<LocalTime> opens,
    Change<LocalDateTime> meets,
    Change<Duration> length,
    Change<byte[]> picture,
    Change<byte[]> thumbnail,
    Change<List<Place>> places,
    Change<List<List<Status>>> grid) {
  /// Reads and writes it as JSON.
  public static final JsonCodec<SamplePatch> JSON = new Codec();

  /// Changes nothing.
  public static final SamplePatch NOTHING = new SamplePatch(Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent());

  /// The same, in the form in which it is stored.
  public ChangeSet toChanges() {
    return ChangeSet.builder(Sample_.MODEL)
        .change(Sample_.code, code)
        .change(Sample_.address, address)
        .change(Sample_.agreed, agreed)
        .change(Sample_.answered, answered)
        .change(Sample_.tiny, tiny)
        .change(Sample_.maybeTiny, maybeTiny)
        .change(Sample_.small, small)
        .change(Sample_.maybeSmall, maybeSmall)
        .change(Sample_.number, number)
        .change(Sample_.maybeNumber, maybeNumber)
        .change(Sample_.big, big)
        .change(Sample_.maybeBig, maybeBig)
        .change(Sample_.single, single)
        .change(Sample_.maybeSingle, maybeSingle)
        .change(Sample_.twice, twice)
        .change(Sample_.maybeTwice, maybeTwice)
        .change(Sample_.price, price)
        .change(Sample_.huge, huge)
        .change(Sample_.status, status)
        .change(Sample_.seenAt, seenAt)
        .change(Sample_.due, due)
        .change(Sample_.opens, opens)
        .change(Sample_.meets, meets)
        .change(Sample_.length, length)
        .change(Sample_.picture, picture)
        .change(Sample_.thumbnail, thumbnail)
        .change(Sample_.places, places)
        .change(Sample_.grid, grid)
        .build();
  }

  /// The same, setting `code`.
  public SamplePatch withCode(String code) {
    return new SamplePatch(Change.to(code), this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `address`.
  public SamplePatch withAddress(String address) {
    return new SamplePatch(this.code, Change.to(address), this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `agreed`.
  public SamplePatch withAgreed(boolean agreed) {
    return new SamplePatch(this.code, this.address, Change.to(agreed), this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `answered`.
  public SamplePatch withAnswered(@Nullable Boolean answered) {
    return new SamplePatch(this.code, this.address, this.agreed, Change.to(answered), this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `tiny`.
  public SamplePatch withTiny(byte tiny) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, Change.to(tiny), this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `maybeTiny`.
  public SamplePatch withMaybeTiny(@Nullable Byte maybeTiny) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, Change.to(maybeTiny), this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `small`.
  public SamplePatch withSmall(short small) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, Change.to(small), this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `maybeSmall`.
  public SamplePatch withMaybeSmall(@Nullable Short maybeSmall) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, Change.to(maybeSmall), this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `number`.
  public SamplePatch withNumber(int number) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, Change.to(number), this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `maybeNumber`.
  public SamplePatch withMaybeNumber(@Nullable Integer maybeNumber) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, Change.to(maybeNumber), this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `big`.
  public SamplePatch withBig(long big) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, Change.to(big), this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `maybeBig`.
  public SamplePatch withMaybeBig(@Nullable Long maybeBig) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, Change.to(maybeBig), this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `single`.
  public SamplePatch withSingle(float single) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, Change.to(single), this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `maybeSingle`.
  public SamplePatch withMaybeSingle(@Nullable Float maybeSingle) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, Change.to(maybeSingle), this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `twice`.
  public SamplePatch withTwice(double twice) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, Change.to(twice), this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `maybeTwice`.
  public SamplePatch withMaybeTwice(@Nullable Double maybeTwice) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, Change.to(maybeTwice), this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `price`.
  public SamplePatch withPrice(BigDecimal price) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, Change.to(price), this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `huge`.
  public SamplePatch withHuge(BigInteger huge) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, Change.to(huge), this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `status`.
  public SamplePatch withStatus(@Nullable Status status) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, Change.to(status), this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `seenAt`.
  public SamplePatch withSeenAt(Instant seenAt) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, Change.to(seenAt), this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `due`.
  public SamplePatch withDue(LocalDate due) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, Change.to(due), this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `opens`.
  public SamplePatch withOpens(LocalTime opens) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, Change.to(opens), this.meets, this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `meets`.
  public SamplePatch withMeets(@Nullable LocalDateTime meets) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, Change.to(meets), this.length, this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `length`.
  public SamplePatch withLength(Duration length) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, Change.to(length), this.picture, this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `picture`.
  public SamplePatch withPicture(byte[] picture) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, Change.to(picture), this.thumbnail, this.places, this.grid);
  }

  /// The same, setting `thumbnail`.
  public SamplePatch withThumbnail(byte @Nullable [] thumbnail) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, Change.to(thumbnail), this.places, this.grid);
  }

  /// The same, setting `places`.
  public SamplePatch withPlaces(List<Place> places) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, Change.to(places), this.grid);
  }

  /// The same, setting `grid`.
  public SamplePatch withGrid(List<List<Status>> grid) {
    return new SamplePatch(this.code, this.address, this.agreed, this.answered, this.tiny, this.maybeTiny, this.small, this.maybeSmall, this.number, this.maybeNumber, this.big, this.maybeBig, this.single, this.maybeSingle, this.twice, this.maybeTwice, this.price, this.huge, this.status, this.seenAt, this.due, this.opens, this.meets, this.length, this.picture, this.thumbnail, this.places, Change.to(grid));
  }

  private static final class Codec implements JsonCodec<SamplePatch> {
    @Override
    public SamplePatch read(JsonParser parser) throws IOException {
      JsonCodecs.object(parser);
      Change<String> code_ = Change.absent();
      Change<String> address_ = Change.absent();
      Change<Boolean> agreed_ = Change.absent();
      Change<Boolean> answered_ = Change.absent();
      Change<Byte> tiny_ = Change.absent();
      Change<Byte> maybeTiny_ = Change.absent();
      Change<Short> small_ = Change.absent();
      Change<Short> maybeSmall_ = Change.absent();
      Change<Integer> number_ = Change.absent();
      Change<Integer> maybeNumber_ = Change.absent();
      Change<Long> big_ = Change.absent();
      Change<Long> maybeBig_ = Change.absent();
      Change<Float> single_ = Change.absent();
      Change<Float> maybeSingle_ = Change.absent();
      Change<Double> twice_ = Change.absent();
      Change<Double> maybeTwice_ = Change.absent();
      Change<BigDecimal> price_ = Change.absent();
      Change<BigInteger> huge_ = Change.absent();
      Change<Status> status_ = Change.absent();
      Change<Instant> seenAt_ = Change.absent();
      Change<LocalDate> due_ = Change.absent();
      Change<LocalTime> opens_ = Change.absent();
      Change<LocalDateTime> meets_ = Change.absent();
      Change<Duration> length_ = Change.absent();
      Change<byte[]> picture_ = Change.absent();
      Change<byte[]> thumbnail_ = Change.absent();
      Change<List<Place>> places_ = Change.absent();
      Change<List<List<Status>>> grid_ = Change.absent();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String property = parser.currentName();
        parser.nextToken();
        switch (property) {
          case "code" -> code_ = JsonShapes.change(parser, "code", JsonCodecs.STRING);
          case "address" -> address_ = JsonShapes.change(parser, "address", JsonCodecs.STRING);
          case "agreed" -> agreed_ = JsonShapes.change(parser, "agreed", JsonCodecs.BOOLEAN);
          case "answered" -> answered_ = JsonShapes.change(parser, "answered", JsonCodecs.BOOLEAN);
          case "tiny" -> tiny_ = JsonShapes.change(parser, "tiny", JsonCodecs.BYTE);
          case "maybeTiny" -> maybeTiny_ = JsonShapes.change(parser, "maybeTiny", JsonCodecs.BYTE);
          case "small" -> small_ = JsonShapes.change(parser, "small", JsonCodecs.SHORT);
          case "maybeSmall" -> maybeSmall_ = JsonShapes.change(parser, "maybeSmall", JsonCodecs.SHORT);
          case "number" -> number_ = JsonShapes.change(parser, "number", JsonCodecs.INT);
          case "maybeNumber" -> maybeNumber_ = JsonShapes.change(parser, "maybeNumber", JsonCodecs.INT);
          case "big" -> big_ = JsonShapes.change(parser, "big", JsonCodecs.LONG);
          case "maybeBig" -> maybeBig_ = JsonShapes.change(parser, "maybeBig", JsonCodecs.LONG);
          case "single" -> single_ = JsonShapes.change(parser, "single", JsonCodecs.FLOAT);
          case "maybeSingle" -> maybeSingle_ = JsonShapes.change(parser, "maybeSingle", JsonCodecs.FLOAT);
          case "twice" -> twice_ = JsonShapes.change(parser, "twice", JsonCodecs.DOUBLE);
          case "maybeTwice" -> maybeTwice_ = JsonShapes.change(parser, "maybeTwice", JsonCodecs.DOUBLE);
          case "price" -> price_ = JsonShapes.change(parser, "price", JsonCodecs.DECIMAL);
          case "huge" -> huge_ = JsonShapes.change(parser, "huge", JsonCodecs.INTEGER);
          case "status" -> status_ = JsonShapes.change(parser, "status", Sample_.STATUS_CODEC);
          case "seenAt" -> seenAt_ = JsonShapes.change(parser, "seenAt", JsonCodecs.INSTANT);
          case "due" -> due_ = JsonShapes.change(parser, "due", JsonCodecs.DATE);
          case "opens" -> opens_ = JsonShapes.change(parser, "opens", JsonCodecs.TIME);
          case "meets" -> meets_ = JsonShapes.change(parser, "meets", JsonCodecs.DATE_TIME);
          case "length" -> length_ = JsonShapes.change(parser, "length", JsonCodecs.DURATION);
          case "picture" -> picture_ = JsonShapes.change(parser, "picture", JsonCodecs.BYTES);
          case "thumbnail" -> thumbnail_ = JsonShapes.change(parser, "thumbnail", JsonCodecs.BYTES);
          case "places" -> places_ = JsonShapes.change(parser, "places", Sample_.PLACES_CODEC);
          case "grid" -> grid_ = JsonShapes.change(parser, "grid", Sample_.GRID_CODEC);
          default -> throw JsonCodecs.unknown(property, "code", "address", "agreed", "answered", "tiny", "maybeTiny", "small", "maybeSmall", "number", "maybeNumber", "big", "maybeBig", "single", "maybeSingle", "twice", "maybeTwice", "price", "huge", "status", "seenAt", "due", "opens", "meets", "length", "picture", "thumbnail", "places", "grid");
        }
      }
      return new SamplePatch(
          code_,
          address_,
          agreed_,
          answered_,
          tiny_,
          maybeTiny_,
          small_,
          maybeSmall_,
          number_,
          maybeNumber_,
          big_,
          maybeBig_,
          single_,
          maybeSingle_,
          twice_,
          maybeTwice_,
          price_,
          huge_,
          status_,
          seenAt_,
          due_,
          opens_,
          meets_,
          length_,
          picture_,
          thumbnail_,
          places_,
          grid_);
    }

    @Override
    public void write(JsonGenerator generator, SamplePatch value) throws IOException {
      generator.writeStartObject();
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
      generator.writeEndObject();
    }
  }
}
