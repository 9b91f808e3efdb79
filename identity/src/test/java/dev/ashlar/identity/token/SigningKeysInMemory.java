package dev.ashlar.identity.token;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/// Keys that last as long as the test.
final class SigningKeysInMemory implements SigningKeyStore {
  private final ConcurrentSkipListMap<Integer, SigningKey> keys = new ConcurrentSkipListMap<>();

  @Override
  public List<SigningKey> load() {
    return List.copyOf(keys.values());
  }

  @Override
  public boolean add(SigningKey key) {
    return keys.putIfAbsent(key.generation(), key) == null;
  }

  @Override
  public void remove(SigningKey key) {
    keys.remove(key.generation(), key);
  }
}
