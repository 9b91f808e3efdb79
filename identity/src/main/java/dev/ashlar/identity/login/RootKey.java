package dev.ashlar.identity.login;

import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Permission;
import dev.ashlar.runtime.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The key from the configuration whose bearer may do everything.
final class RootKey {
  static final int SHORTEST = 32;

  private static final Actor ROOT =
      new Actor(Optional.empty(), "root", Set.of(new Permission("*")), Map.of(), Map.of());

  private final Optional<byte[]> digest;
  private final Optional<Actor> root = Optional.of(ROOT);

  RootKey(Optional<Secret> key) {
    this.digest = key.map(secret -> digest(secret.value()));
  }

  /// The root actor, if this is the key. It compares digests, so that the time it takes tells
  /// nothing of how much of the key is right.
  Optional<Actor> actor(String given) {
    return digest.isPresent() && MessageDigest.isEqual(digest.get(), digest(given))
        ? root
        : Optional.empty();
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256, but this one does not", e);
    }
  }
}
