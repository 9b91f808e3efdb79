package dev.ashlar.identity.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// RFC 9106's function, version 1.3, through Bouncy Castle.
final class Argon2id {
  private Argon2id() {}

  /// Hashes a password. Keyboards write one character in several ways, so it is normalized first
  /// (NFKC).
  static byte[] tag(String password, HashCost cost, byte[] salt, int length) {
    var bytes =
        Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    try {
      return tag(bytes, parameters(cost, salt).build(), length);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  static byte[] tag(byte[] password, Argon2Parameters parameters, int length) {
    var tag = new byte[length];
    var generator = new Argon2BytesGenerator();
    generator.init(parameters);
    generator.generateBytes(password, tag);
    return tag;
  }

  static Argon2Parameters.Builder parameters(HashCost cost, byte[] salt) {
    return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(cost.memoryKib())
        .withIterations(cost.passes())
        .withParallelism(cost.lanes())
        .withSalt(salt);
  }
}
