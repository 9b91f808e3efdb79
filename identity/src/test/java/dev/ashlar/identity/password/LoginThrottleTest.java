package dev.ashlar.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.password.LoginThrottle.Admission;
import dev.ashlar.identity.password.LoginThrottle.Admitted;
import dev.ashlar.identity.password.LoginThrottle.MustWait;
import dev.ashlar.identity.password.ThrottleSettings.Limit;
import dev.ashlar.testing.time.SettableClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LoginThrottleTest {
  private static final InetAddress HOME = InetAddress.ofLiteral("192.0.2.1");
  private static final InetAddress OFFICE = InetAddress.ofLiteral("192.0.2.2");

  private final SettableClock clock = SettableClock.at("2026-01-31T12:00:00Z");
  private final LoginThrottle throttle =
      new LoginThrottle(
          new ThrottleSettings(
              new Limit(3, Duration.ofSeconds(1), Duration.ofSeconds(10)),
              new Limit(6, Duration.ofSeconds(2), Duration.ofMinutes(1)),
              Duration.ofHours(1),
              1_000),
          clock);

  @Test
  void letsAFewFailuresPassAndThenDoublesTheDelay() {
    fail("ada", HOME, 3);

    for (int seconds : new int[] {1, 2, 4, 8, 10, 10}) {
      var delay = Duration.ofSeconds(seconds);
      assertThat(throttle.attempt("ada", HOME)).isEqualTo(new MustWait(delay));
      clock.advance(delay.minusMillis(1));
      assertThat(throttle.attempt("ada", HOME)).isEqualTo(new MustWait(Duration.ofMillis(1)));
      clock.advance(Duration.ofMillis(1));
      // From elsewhere, so that only the account's limit is at work.
      assertThat(throttle.attempt("ada", address(seconds))).isInstanceOf(Admitted.class);
    }
  }

  @Test
  void slowsDownOneAccountFromManyAddresses() {
    IntStream.range(0, 3).forEach(i -> fail("ada", address(i), 1));

    assertThat(throttle.attempt("ada", address(9))).isInstanceOf(MustWait.class);
    assertThat(throttle.attempt("grace", address(9))).isInstanceOf(Admitted.class);
  }

  @Test
  void slowsDownOneAddressOverManyAccounts() {
    IntStream.range(0, 6).forEach(i -> fail("account" + i, HOME, 1));

    assertThat(throttle.attempt("ada", HOME)).isEqualTo(new MustWait(Duration.ofSeconds(2)));
    assertThat(throttle.attempt("ada", OFFICE)).isInstanceOf(Admitted.class);
  }

  @Test
  void takesANetworkOfIpv6ForOneAddress() {
    IntStream.range(0, 6)
        .forEach(i -> fail("account" + i, InetAddress.ofLiteral("2001:db8:1:2::" + i), 1));

    assertThat(throttle.attempt("ada", InetAddress.ofLiteral("2001:db8:1:2:ffff::1")))
        .isInstanceOf(MustWait.class);
    assertThat(throttle.attempt("ada", InetAddress.ofLiteral("2001:db8:1:3::1")))
        .isInstanceOf(Admitted.class);
  }

  @Test
  void takesOneNameInAnyLetterCase() {
    fail("ada@example.com", HOME, 1);
    fail("ADA@example.com", HOME, 1);
    fail(" Ada@Example.com ", HOME, 1);

    assertThat(throttle.attempt("ada@example.com", OFFICE)).isInstanceOf(MustWait.class);
  }

  @Test
  void countsManyAtOnceBeforeTheFirstIsAnswered() {
    var admitted =
        IntStream.range(0, 100)
            .parallel()
            .mapToObj(_ -> throttle.attempt("ada", HOME))
            .filter(Admitted.class::isInstance)
            .count();

    assertThat(admitted).isEqualTo(3);
  }

  @Test
  void forgetsAnAccountsFailuresOnceItsPasswordWasRight() {
    fail("ada", HOME, 2);
    succeed(throttle.attempt("ada", HOME));
    fail("ada", OFFICE, 3);

    assertThat(throttle.attempt("ada", OFFICE)).isInstanceOf(MustWait.class);
  }

  @Test
  void doesNotClearAnAddressByALoginToAnAccountOfItsOwn() {
    for (int i = 0; i < 6; i++) {
      succeed(throttle.attempt("mallory", HOME));
      fail("account" + i, HOME, 1);
    }

    assertThat(throttle.attempt("ada", HOME)).isInstanceOf(MustWait.class);
  }

  @Test
  void countsAnAttemptThatCouldNotBeTriedForNothing() {
    for (int i = 0; i < 20; i++) {
      assertThat(throttle.attempt("ada", HOME))
          .isInstanceOfSatisfying(Admitted.class, Admitted::withdraw);
    }
  }

  @Test
  void forgetsInTime() {
    fail("ada", HOME, 3);
    clock.advance(Duration.ofHours(1).plusMillis(1));
    fail("ada", HOME, 3);

    assertThat(throttle.attempt("ada", HOME)).isEqualTo(new MustWait(Duration.ofSeconds(1)));
  }

  private void fail(String account, InetAddress address, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(throttle.attempt(account, address)).isInstanceOf(Admitted.class);
    }
  }

  private static void succeed(Admission admission) {
    assertThat(admission).isInstanceOfSatisfying(Admitted.class, Admitted::succeeded);
  }

  private static InetAddress address(int last) {
    return InetAddress.ofLiteral("198.51.100." + last);
  }
}
