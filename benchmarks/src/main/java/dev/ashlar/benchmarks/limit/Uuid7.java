package dev.ashlar.benchmarks.limit;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Time-ordered ids (RFC 9562, version 7).
final class Uuid7 {

  private Uuid7() {}

  static UUID next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = System.currentTimeMillis() << 16 | 0x7000L | (random.nextLong() & 0xfffL);
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
