package dev.ashlar.model;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Makes UUIDs of version 7 (RFC 9562): ordered by the millisecond, then by a counter, then random.
///
/// Keys made by one process grow strictly, even when the clock steps back.
public final class Uuid7 {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Milliseconds in the upper 52 bits, a counter within the millisecond in the lower 12.
  private static final AtomicLong LAST = new AtomicLong();

  private Uuid7() {}

  /// A new key, greater than every key this process made before.
  public static UUID next() {
    return next(System.currentTimeMillis());
  }

  /// A new key for a given moment, in milliseconds since 1970.
  public static UUID next(long millis) {
    long tick = LAST.updateAndGet(last -> Math.max(last + 1, millis << 12));
    long upper = ((tick >>> 12) << 16) | 0x7000L | (tick & 0xfff);
    long lower = (RandomBits.next() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(upper, lower);
  }

  /// Random bits bought from the system in blocks, since one call for each key would cost more than
  /// the key.
  private static final class RandomBits {
    private static final int LONGS = 64;
    private static final ThreadLocal<RandomBits> MINE = ThreadLocal.withInitial(RandomBits::new);

    private final byte[] bytes = new byte[LONGS * Long.BYTES];
    private int used = LONGS;

    static long next() {
      return MINE.get().take();
    }

    private long take() {
      if (used == LONGS) {
        RANDOM.nextBytes(bytes);
        used = 0;
      }
      long value = 0;
      for (int i = used * Long.BYTES, end = i + Long.BYTES; i < end; i++) {
        value = (value << 8) | (bytes[i] & 0xff);
      }
      used++;
      return value;
    }
  }
}
