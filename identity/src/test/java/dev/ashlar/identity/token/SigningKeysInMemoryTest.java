package dev.ashlar.identity.token;

final class SigningKeysInMemoryTest extends SigningKeyStoreContract {
  private final SigningKeyStore store = new SigningKeysInMemory();

  @Override
  SigningKeyStore store() {
    return store;
  }
}
