package dev.ashlar.identity.token;

import java.util.UUID;

final class RefreshTokensInMemoryTest extends RefreshTokenStoreContract {
  private final RefreshTokenStore store = new RefreshTokensInMemory();

  @Override
  RefreshTokenStore store() {
    return store;
  }

  @Override
  void createUser(UUID user) {}
}
