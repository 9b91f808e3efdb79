package dev.ashlar.identity.password;

/// What one hash of a password costs, for us and for whoever guesses. The more, the safer and the
/// slower.
///
/// @param memoryKib memory in KiB
/// @param passes passes over that memory
/// @param lanes parts of it that could be filled in parallel
public record HashCost(int memoryKib, int passes, int lanes) {
  /// The second choice of RFC 9106 scaled to 19 MiB, as OWASP recommends it for servers.
  public static final HashCost DEFAULT = new HashCost(19_456, 2, 1);

  /// Beyond these a stored hash is taken for damaged: it would stop the server, not a guesser.
  private static final int MAX_MEMORY_KIB = 4 << 20;

  private static final int MAX_PASSES = 1_000;
  private static final int MAX_LANES = 64;

  public HashCost {
    within("passes", passes, 1, MAX_PASSES);
    within("lanes", lanes, 1, MAX_LANES);
    within("memoryKib", memoryKib, 8 * lanes, MAX_MEMORY_KIB);
  }

  private static void within(String what, int found, int least, int most) {
    if (found < least || found > most) {
      throw new IllegalArgumentException(
          "the cost of a password hash has %s = %d, but it must lie between %d and %d"
              .formatted(what, found, least, most));
    }
  }
}
