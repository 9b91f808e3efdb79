package shop;

import dev.ashlar.model.query.Attribute;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.query.TextAttribute;
import dev.ashlar.model.query.TextColumn;
import dev.ashlar.model.value.Constraint;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.JsonCodecs;
import dev.ashlar.model.value.JsonValues;
import dev.ashlar.model.value.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.annotation.processing.Generated;

/// The columns and relations of [Sample].
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class Sample_ {
  public static final Column<Sample, UUID> id =
      new Column<>(
          Sample.class,
          ColumnSpec.of("id", "id", ValueType.UUID)
              .as(ColumnSpec.Role.ID),
          Sample::id);

  public static final TextColumn<Sample> code =
      new TextColumn<>(
          Sample.class,
          ColumnSpec.of("code", "code", ValueType.STRING)
              .held(
                  new Constraint.Matches(Pattern.compile("[a-z]+\\d*", 2)),
                  new Constraint.Matches(Pattern.compile(".{3,}"))),
          Sample::code);

  public static final TextColumn<Sample> address =
      new TextColumn<>(
          Sample.class,
          ColumnSpec.of("address", "address", ValueType.STRING)
              .held(
                  new Constraint.Email()),
          Sample::address);

  public static final Column<Sample, Boolean> agreed =
      new Column<>(
          Sample.class,
          ColumnSpec.of("agreed", "agreed", ValueType.BOOLEAN)
              .held(
                  new Constraint.Is(true)),
          Sample::agreed);

  public static final Column<Sample, Boolean> answered =
      new Column<>(
          Sample.class,
          ColumnSpec.of("answered", "answered", ValueType.BOOLEAN)
              .orNull(),
          Sample::answered);

  public static final Column<Sample, Byte> tiny =
      new Column<>(
          Sample.class,
          ColumnSpec.of("tiny", "tiny", ValueType.BYTE)
              .held(
                  new Constraint.AtLeast(BigDecimal.ZERO, true)),
          Sample::tiny);

  public static final Column<Sample, Byte> maybeTiny =
      new Column<>(
          Sample.class,
          ColumnSpec.of("maybeTiny", "maybe_tiny", ValueType.BYTE)
              .orNull(),
          Sample::maybeTiny);

  public static final Column<Sample, Short> small =
      new Column<>(
          Sample.class,
          ColumnSpec.of("small", "small", ValueType.SHORT)
              .held(
                  new Constraint.AtMost(BigDecimal.ZERO, false)),
          Sample::small);

  public static final Column<Sample, Short> maybeSmall =
      new Column<>(
          Sample.class,
          ColumnSpec.of("maybeSmall", "maybe_small", ValueType.SHORT)
              .orNull(),
          Sample::maybeSmall);

  public static final Column<Sample, Integer> number =
      new Column<>(
          Sample.class,
          ColumnSpec.of("number", "number", ValueType.INT),
          Sample::number);

  public static final Column<Sample, Integer> maybeNumber =
      new Column<>(
          Sample.class,
          ColumnSpec.of("maybeNumber", "maybe_number", ValueType.INT)
              .orNull(),
          Sample::maybeNumber);

  public static final Column<Sample, Long> big =
      new Column<>(
          Sample.class,
          ColumnSpec.of("big", "big", ValueType.LONG),
          Sample::big);

  public static final Column<Sample, Long> maybeBig =
      new Column<>(
          Sample.class,
          ColumnSpec.of("maybeBig", "maybe_big", ValueType.LONG)
              .orNull(),
          Sample::maybeBig);

  public static final Column<Sample, Float> single =
      new Column<>(
          Sample.class,
          ColumnSpec.of("single", "single", ValueType.FLOAT),
          Sample::single);

  public static final Column<Sample, Float> maybeSingle =
      new Column<>(
          Sample.class,
          ColumnSpec.of("maybeSingle", "maybe_single", ValueType.FLOAT)
              .orNull(),
          Sample::maybeSingle);

  public static final Column<Sample, Double> twice =
      new Column<>(
          Sample.class,
          ColumnSpec.of("twice", "twice", ValueType.DOUBLE),
          Sample::twice);

  public static final Column<Sample, Double> maybeTwice =
      new Column<>(
          Sample.class,
          ColumnSpec.of("maybeTwice", "maybe_twice", ValueType.DOUBLE)
              .orNull(),
          Sample::maybeTwice);

  public static final Column<Sample, BigDecimal> price =
      new Column<>(
          Sample.class,
          ColumnSpec.of("price", "price", ValueType.DECIMAL)
              .held(
                  new Constraint.Digits(8, 2),
                  new Constraint.AtLeast(new BigDecimal("0.5"), false),
                  new Constraint.AtMost(new BigDecimal("1E+6"), true)),
          Sample::price);

  public static final Column<Sample, BigInteger> huge =
      new Column<>(
          Sample.class,
          ColumnSpec.of("huge", "huge", ValueType.INTEGER),
          Sample::huge);

  static final JsonCodec<Status> STATUS_CODEC = JsonCodecs.enumeration(Status.class);

  public static final Column<Sample, Status> status =
      new Column<>(
          Sample.class,
          ColumnSpec.of("status", "status", ValueType.enumeration(Status.class))
              .orNull(),
          Sample::status);

  public static final Column<Sample, Instant> seenAt =
      new Column<>(
          Sample.class,
          ColumnSpec.of("seenAt", "seen_at", ValueType.INSTANT)
              .held(
                  new Constraint.Past(true)),
          Sample::seenAt);

  public static final Column<Sample, LocalDate> due =
      new Column<>(
          Sample.class,
          ColumnSpec.of("due", "due", ValueType.DATE)
              .held(
                  new Constraint.Future(false)),
          Sample::due);

  public static final Column<Sample, LocalTime> opens =
      new Column<>(
          Sample.class,
          ColumnSpec.of("opens", "opens", ValueType.TIME),
          Sample::opens);

  public static final Column<Sample, LocalDateTime> meets =
      new Column<>(
          Sample.class,
          ColumnSpec.of("meets", "meets", ValueType.DATE_TIME)
              .orNull(),
          Sample::meets);

  public static final Column<Sample, Duration> length =
      new Column<>(
          Sample.class,
          ColumnSpec.of("length", "length", ValueType.DURATION),
          Sample::length);

  public static final Column<Sample, byte[]> picture =
      new Column<>(
          Sample.class,
          ColumnSpec.of("picture", "picture", ValueType.BYTES)
              .held(
                  new Constraint.Size(1, Integer.MAX_VALUE)),
          Sample::picture);

  public static final Column<Sample, byte[]> thumbnail =
      new Column<>(
          Sample.class,
          ColumnSpec.of("thumbnail", "thumbnail", ValueType.BYTES)
              .orNull(),
          Sample::thumbnail);

  static final JsonCodec<List<Place>> PLACES_CODEC = JsonCodecs.listOf(PlaceJson.CODEC);

  public static final Column<Sample, List<Place>> places =
      new Column<>(
          Sample.class,
          ColumnSpec.of("places", "places", ValueType.json(List.class, PLACES_CODEC)),
          Sample::places);

  static final JsonCodec<List<List<Status>>> GRID_CODEC = JsonCodecs.listOf(JsonCodecs.listOf(JsonCodecs.enumeration(Status.class)));

  public static final Column<Sample, List<List<Status>>> grid =
      new Column<>(
          Sample.class,
          ColumnSpec.of("grid", "grid", ValueType.json(List.class, GRID_CODEC)),
          Sample::grid);

  /// Everything about [Sample].
  public static final EntityModel<Sample> MODEL =
      new EntityModel<>(
          new EntityModel.Spec<>(
              Sample.class,
              "Sample",
              "samples",
              List.of(),
              List.of(),
              List.of(),
              Optional.empty(),
              Optional.of("One of every type and constraint.")),
          List.of(
              id,
              code,
              address,
              agreed,
              answered,
              tiny,
              maybeTiny,
              small,
              maybeSmall,
              number,
              maybeNumber,
              big,
              maybeBig,
              single,
              maybeSingle,
              twice,
              maybeTwice,
              price,
              huge,
              status,
              seenAt,
              due,
              opens,
              meets,
              length,
              picture,
              thumbnail,
              places,
              grid),
          row ->
              new Sample(
                  row.uuid(0),
                  row.string(1),
                  row.string(2),
                  row.bool(3),
                  row.isNull(4) ? null : row.bool(4),
                  (byte) row.int32(5),
                  row.isNull(6) ? null : (byte) row.int32(6),
                  (short) row.int32(7),
                  row.isNull(8) ? null : (short) row.int32(8),
                  row.int32(9),
                  row.isNull(10) ? null : row.int32(10),
                  row.int64(11),
                  row.isNull(12) ? null : row.int64(12),
                  (float) row.float64(13),
                  row.isNull(14) ? null : (float) row.float64(14),
                  row.float64(15),
                  row.isNull(16) ? null : row.float64(16),
                  row.decimal(17),
                  row.integer(18),
                  row.isNull(19) ? null : Status.valueOf(row.string(19)),
                  row.instant(20),
                  row.date(21),
                  row.time(22),
                  row.isNull(23) ? null : row.dateTime(23),
                  row.duration(24),
                  row.bytes(25),
                  row.isNull(26) ? null : row.bytes(26),
                  JsonValues.parse(PLACES_CODEC, row.string(27)),
                  JsonValues.parse(GRID_CODEC, row.string(28))));

  private Sample_() {}

  /// The columns and relations of a row at the end of a path.
  public static final class Columns {
    private final Path path_;

    public final Attribute<UUID> id;

    public final TextAttribute code;

    public final TextAttribute address;

    public final Attribute<Boolean> agreed;

    public final Attribute<Boolean> answered;

    public final Attribute<Byte> tiny;

    public final Attribute<Byte> maybeTiny;

    public final Attribute<Short> small;

    public final Attribute<Short> maybeSmall;

    public final Attribute<Integer> number;

    public final Attribute<Integer> maybeNumber;

    public final Attribute<Long> big;

    public final Attribute<Long> maybeBig;

    public final Attribute<Float> single;

    public final Attribute<Float> maybeSingle;

    public final Attribute<Double> twice;

    public final Attribute<Double> maybeTwice;

    public final Attribute<BigDecimal> price;

    public final Attribute<BigInteger> huge;

    public final Attribute<Status> status;

    public final Attribute<Instant> seenAt;

    public final Attribute<LocalDate> due;

    public final Attribute<LocalTime> opens;

    public final Attribute<LocalDateTime> meets;

    public final Attribute<Duration> length;

    public final Attribute<byte[]> picture;

    public final Attribute<byte[]> thumbnail;

    public final Attribute<List<Place>> places;

    public final Attribute<List<List<Status>>> grid;

    /// The columns of the row at the end of a path.
    public Columns(Path path) {
      path_ = path;
      this.id = Sample_.id.at(path);
      this.code = Sample_.code.at(path);
      this.address = Sample_.address.at(path);
      this.agreed = Sample_.agreed.at(path);
      this.answered = Sample_.answered.at(path);
      this.tiny = Sample_.tiny.at(path);
      this.maybeTiny = Sample_.maybeTiny.at(path);
      this.small = Sample_.small.at(path);
      this.maybeSmall = Sample_.maybeSmall.at(path);
      this.number = Sample_.number.at(path);
      this.maybeNumber = Sample_.maybeNumber.at(path);
      this.big = Sample_.big.at(path);
      this.maybeBig = Sample_.maybeBig.at(path);
      this.single = Sample_.single.at(path);
      this.maybeSingle = Sample_.maybeSingle.at(path);
      this.twice = Sample_.twice.at(path);
      this.maybeTwice = Sample_.maybeTwice.at(path);
      this.price = Sample_.price.at(path);
      this.huge = Sample_.huge.at(path);
      this.status = Sample_.status.at(path);
      this.seenAt = Sample_.seenAt.at(path);
      this.due = Sample_.due.at(path);
      this.opens = Sample_.opens.at(path);
      this.meets = Sample_.meets.at(path);
      this.length = Sample_.length.at(path);
      this.picture = Sample_.picture.at(path);
      this.thumbnail = Sample_.thumbnail.at(path);
      this.places = Sample_.places.at(path);
      this.grid = Sample_.grid.at(path);
    }
  }
}
