package dev.ashlar.identity.token;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The keys in force: the one that signs, the one that is to follow, and the former ones whose
/// tokens may still be valid. What it answers it answers from memory; [#maintain] is what reads and
/// writes the store.
public final class KeyRing {
  private final SigningKeyStore store;
  private final KeyRotation rotation;
  private final InstantSource clock;
  private volatile List<SigningKey> keys;

  private KeyRing(SigningKeyStore store, KeyRotation rotation, InstantSource clock) {
    this.store = store;
    this.rotation = rotation;
    this.clock = clock;
    this.keys = store.load();
  }

  /// Reads the keys, and makes the first where there is none. Blocks.
  public static KeyRing open(SigningKeyStore store, KeyRotation rotation, InstantSource clock) {
    var ring = new KeyRing(store, rotation, clock);
    ring.maintain();
    return ring;
  }

  /// Learns of the keys other nodes made, makes the next when it is due, and removes those that no
  /// valid token was signed by. To be called every minute or so, at most every `lead`. Blocks.
  public synchronized void maintain() {
    var now = clock.instant();
    var known = store.load();
    if (known.isEmpty()) {
      known = extend(known, now);
    } else if (isDue(known.getLast(), now)) {
      known = extend(known, now.plus(rotation.lead()));
    }
    keys = withoutExpired(known, now);
  }

  /// The key that signs now.
  public SigningKey current() {
    var now = clock.instant();
    var known = keys;
    for (var key : known.reversed()) {
      if (!key.activeFrom().isAfter(now)) {
        return key;
      }
    }
    // Only where this node's clock is behind that of the node which made the first key.
    return known.getFirst();
  }

  /// The key with this id, if tokens signed by it are accepted.
  public Optional<SigningKey> find(String id) {
    for (var key : keys) {
      if (key.id().equals(id)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /// The public halves as a JSON Web Key Set (RFC 7517), for others who verify our tokens.
  public String jwks() {
    var text = new StringWriter();
    try (var json = StrictJson.FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart("keys");
      for (var key : keys) {
        json.writeStartObject();
        key.writePublic(json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  private boolean isDue(SigningKey newest, Instant now) {
    return !newest.activeFrom().plus(rotation.every()).minus(rotation.lead()).isAfter(now);
  }

  /// Where another node was faster, its key serves as well.
  private List<SigningKey> extend(List<SigningKey> known, Instant activeFrom) {
    int generation = known.isEmpty() ? 1 : known.getLast().generation() + 1;
    store.add(SigningKey.generate(generation, activeFrom));
    return store.load();
  }

  private List<SigningKey> withoutExpired(List<SigningKey> known, Instant now) {
    for (int i = 0; i < known.size() - 1; i++) {
      var followedAt = known.get(i + 1).activeFrom();
      if (followedAt.plus(rotation.keep()).isBefore(now)) {
        store.remove(known.get(i));
      }
    }
    return store.load();
  }
}
