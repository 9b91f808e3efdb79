package dev.ashlar.identity.password;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;

/// A stored password: Argon2id's cost, salt and tag, written in the PHC string format,
/// `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`.
record PasswordHash(HashCost cost, byte[] salt, byte[] tag) {
  /// Numbers are bounded before they are read, so that none overflows.
  private static final Pattern FORMAT =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9]\\d{0,8}),t=([1-9]\\d{0,8}),p=([1-9]\\d{0,8})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

  PasswordHash {
    salt = salt.clone();
    tag = tag.clone();
  }

  /// Reads a stored hash. The text itself is kept out of the message, which ends in logs.
  ///
  /// @throws IllegalArgumentException when it is not one
  static PasswordHash parse(String text) {
    var matcher = FORMAT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          ("a stored password of %d characters is not an Argon2id hash in PHC format"
                  + " ($argon2id$v=19$m=…,t=…,p=…$salt$hash); reset that account's password")
              .formatted(text.length()));
    }
    return new PasswordHash(
        new HashCost(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3))),
        Base64.getDecoder().decode(matcher.group(4)),
        Base64.getDecoder().decode(matcher.group(5)));
  }

  /// Compares in time that does not depend on where the tags differ.
  boolean hasTag(byte[] other) {
    return MessageDigest.isEqual(tag, other);
  }

  /// The PHC string.
  String format() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib(),
            cost.passes(),
            cost.lanes(),
            ENCODER.encodeToString(salt),
            ENCODER.encodeToString(tag));
  }

  @Override
  public String toString() {
    return "PasswordHash[" + cost + "]";
  }
}
