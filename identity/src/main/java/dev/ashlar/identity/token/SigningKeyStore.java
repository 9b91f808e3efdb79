package dev.ashlar.identity.token;

import java.util.List;

/// Where the keys are kept that sign access tokens; one place for all nodes. It may block.
public interface SigningKeyStore {
  /// All keys, in the order of their generations.
  List<SigningKey> load();

  /// Keeps a key, unless there is one of its generation already: of two nodes that add one at once,
  /// one does.
  ///
  /// @return whether this key is kept now
  boolean add(SigningKey key);

  /// Forgets a key, so that no token it signed is valid any more.
  void remove(SigningKey key);
}
