package dev.ashlar.identity.password;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Slows down the guessing of passwords: after a few failures an account, and an address, must
/// wait, and twice as long after each further one. It counts names, not accounts, so it treats one
/// that does not exist like one that does. What it knows is this node's, and bounded.
public final class LoginThrottle {
  private final ThrottleSettings settings;
  private final InstantSource clock;
  private final Cache<String, Failures> accounts;
  private final Cache<String, Failures> addresses;

  public LoginThrottle(ThrottleSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.accounts = bounded(settings.remembered());
    this.addresses = bounded(settings.remembered());
  }

  /// Asks to try a password. An attempt that is let through counts as failed until it is said to
  /// have succeeded, so that many at once are counted before the first is answered. One that must
  /// wait is not counted.
  ///
  /// @param account what was typed as the account's name; letter case does not matter
  /// @param address where the request comes from; the addresses of one IPv6 network (/64) are one
  public synchronized Admission attempt(String account, InetAddress address) {
    var now = clock.instant();
    var name = account.strip().toLowerCase(Locale.ROOT);
    var network = network(address);
    var byAccount = failures(accounts, name, now);
    var byAddress = failures(addresses, network, now);
    var delay =
        longer(byAccount.delay(settings.account(), now), byAddress.delay(settings.address(), now));
    if (delay.isPositive()) {
      return new MustWait(delay);
    }
    accounts.put(name, byAccount.plusOne(now));
    addresses.put(network, byAddress.plusOne(now));
    return new Admitted(this, name, network);
  }

  private synchronized void succeed(Admitted attempt) {
    accounts.invalidate(attempt.name);
    takeBack(addresses, attempt.network);
  }

  private synchronized void withdraw(Admitted attempt) {
    takeBack(accounts, attempt.name);
    takeBack(addresses, attempt.network);
  }

  /// Full of names made up by a guesser, it keeps those that come again and again rather than the
  /// newest.
  private static Cache<String, Failures> bounded(int size) {
    return Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
  }

  private Failures failures(Cache<String, Failures> cache, String key, Instant now) {
    var known = cache.getIfPresent(key);
    return known == null || known.last().plus(settings.forgetAfter()).isBefore(now)
        ? new Failures(0, now)
        : known;
  }

  private static void takeBack(Cache<String, Failures> cache, String key) {
    cache.asMap().computeIfPresent(key, (_, failures) -> failures.minusOne());
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /// One subscriber of IPv6 owns a /64 network, with more addresses than could be remembered.
  private static String network(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
        : address.getHostAddress();
  }

  /// Whether a password may be tried now.
  public sealed interface Admission {}

  /// It must not be tried yet; the answer is 429 with `Retry-After`.
  ///
  /// @param delay how long until it may
  public record MustWait(Duration delay) implements Admission {}

  /// It may be tried. Unless one of the methods is called, it has failed.
  public static final class Admitted implements Admission {
    private final LoginThrottle throttle;
    private final String name;
    private final String network;

    private Admitted(LoginThrottle throttle, String name, String network) {
      this.throttle = throttle;
      this.name = name;
      this.network = network;
    }

    /// The password was right: the account's failures are forgotten, the address's only as far as
    /// this attempt goes, else a guesser could clear his address by logging in to an account of his
    /// own.
    public void succeeded() {
      throttle.succeed(this);
    }

    /// The password could not be tried, for want of a worker or a database: it counts for nothing.
    public void withdraw() {
      throttle.withdraw(this);
    }
  }

  private record Failures(int count, Instant last) {
    Duration delay(ThrottleSettings.Limit limit, Instant now) {
      return Duration.between(now, last.plus(limit.delay(count)));
    }

    Failures plusOne(Instant now) {
      return new Failures(count + 1, now);
    }

    @Nullable Failures minusOne() {
      return count <= 1 ? null : new Failures(count - 1, last);
    }
  }
}
