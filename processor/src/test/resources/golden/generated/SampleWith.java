package shop;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/// Gives [Sample] with one component replaced.
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public interface SampleWith {
  UUID id();

  String code();

  String address();

  boolean agreed();

  @Nullable Boolean answered();

  byte tiny();

  @Nullable Byte maybeTiny();

  short small();

  @Nullable Short maybeSmall();

  int number();

  @Nullable Integer maybeNumber();

  long big();

  @Nullable Long maybeBig();

  float single();

  @Nullable Float maybeSingle();

  double twice();

  @Nullable Double maybeTwice();

  BigDecimal price();

  BigInteger huge();

  @Nullable Status status();

  Instant seenAt();

  LocalDate due();

  LocalTime opens();

  @Nullable LocalDateTime meets();

  Duration length();

  byte[] picture();

  byte @Nullable [] thumbnail();

  List<Place> places();

  List<List<Status>> grid();

  /// The same with another `id`.
  default Sample withId(UUID id) {
    return new Sample(id, code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `code`.
  default Sample withCode(String code) {
    return new Sample(id(), code, address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `address`.
  default Sample withAddress(String address) {
    return new Sample(id(), code(), address, agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `agreed`.
  default Sample withAgreed(boolean agreed) {
    return new Sample(id(), code(), address(), agreed, answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `answered`.
  default Sample withAnswered(@Nullable Boolean answered) {
    return new Sample(id(), code(), address(), agreed(), answered, tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `tiny`.
  default Sample withTiny(byte tiny) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny, maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `maybeTiny`.
  default Sample withMaybeTiny(@Nullable Byte maybeTiny) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny, small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `small`.
  default Sample withSmall(short small) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small, maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `maybeSmall`.
  default Sample withMaybeSmall(@Nullable Short maybeSmall) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall, number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `number`.
  default Sample withNumber(int number) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number, maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `maybeNumber`.
  default Sample withMaybeNumber(@Nullable Integer maybeNumber) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber, big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `big`.
  default Sample withBig(long big) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big, maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `maybeBig`.
  default Sample withMaybeBig(@Nullable Long maybeBig) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig, single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `single`.
  default Sample withSingle(float single) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single, maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `maybeSingle`.
  default Sample withMaybeSingle(@Nullable Float maybeSingle) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle, twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `twice`.
  default Sample withTwice(double twice) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice, maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `maybeTwice`.
  default Sample withMaybeTwice(@Nullable Double maybeTwice) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice, price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `price`.
  default Sample withPrice(BigDecimal price) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price, huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `huge`.
  default Sample withHuge(BigInteger huge) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge, status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `status`.
  default Sample withStatus(@Nullable Status status) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status, seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `seenAt`.
  default Sample withSeenAt(Instant seenAt) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt, due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `due`.
  default Sample withDue(LocalDate due) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due, opens(), meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `opens`.
  default Sample withOpens(LocalTime opens) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens, meets(), length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `meets`.
  default Sample withMeets(@Nullable LocalDateTime meets) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets, length(), picture(), thumbnail(), places(), grid());
  }

  /// The same with another `length`.
  default Sample withLength(Duration length) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length, picture(), thumbnail(), places(), grid());
  }

  /// The same with another `picture`.
  default Sample withPicture(byte[] picture) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture, thumbnail(), places(), grid());
  }

  /// The same with another `thumbnail`.
  default Sample withThumbnail(byte @Nullable [] thumbnail) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail, places(), grid());
  }

  /// The same with another `places`.
  default Sample withPlaces(List<Place> places) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places, grid());
  }

  /// The same with another `grid`.
  default Sample withGrid(List<List<Status>> grid) {
    return new Sample(id(), code(), address(), agreed(), answered(), tiny(), maybeTiny(), small(), maybeSmall(), number(), maybeNumber(), big(), maybeBig(), single(), maybeSingle(), twice(), maybeTwice(), price(), huge(), status(), seenAt(), due(), opens(), meets(), length(), picture(), thumbnail(), places(), grid);
  }
}
