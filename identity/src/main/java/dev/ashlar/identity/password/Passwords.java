package dev.ashlar.identity.password;

import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Hashes and verifies passwords with Argon2id, on a few threads of its own: a hash keeps a core
/// busy for tens of milliseconds, which neither an event loop nor the virtual threads' carriers can
/// spare. Every answer may fail with [PasswordsBusyException].
public final class Passwords implements AutoCloseable {
  private static final int SALT_BYTES = 16;
  private static final int TAG_BYTES = 32;

  /// Beyond any rule for new passwords, and short enough to be normalized without harm.
  private static final int MAX_CHARS = 4_096;

  private final PasswordSettings settings;
  private final SecureRandom random = new SecureRandom();
  private final ThreadPoolExecutor workers;
  private final PasswordHash nobody;

  public Passwords(PasswordSettings settings) {
    this.settings = settings;
    this.workers =
        new ThreadPoolExecutor(
            settings.workers(),
            settings.workers(),
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(settings.maxWaiting()),
            Thread.ofPlatform().daemon().name("ashlar-passwords-", 0).factory());
    workers.allowCoreThreadTimeOut(true);
    this.nobody = new PasswordHash(settings.cost(), salt(), new byte[TAG_BYTES]);
  }

  /// Hashes a new password. Gives what to store: a PHC string with a salt of its own.
  public CompletionStage<String> hash(String password) {
    if (password.length() > MAX_CHARS) {
      throw new IllegalArgumentException(
          "a password of %d characters cannot be hashed, %d is the most; check it by PasswordRules first"
              .formatted(password.length(), MAX_CHARS));
    }
    return submit(
        () -> {
          var salt = salt();
          var tag = Argon2id.tag(password, settings.cost(), salt, TAG_BYTES);
          return new PasswordHash(settings.cost(), salt, tag).format();
        });
  }

  /// Whether this is the password that was stored.
  ///
  /// @throws IllegalArgumentException when what was stored is not a PHC string of Argon2id
  public CompletionStage<Boolean> verify(String password, String stored) {
    return verify(password, PasswordHash.parse(stored));
  }

  /// Says no at the cost of [#verify], for an account that does not exist or has no password:
  /// whoever measures the time of an answer does not learn which accounts exist.
  public CompletionStage<Boolean> verifyNobody(String password) {
    return verify(password, nobody).thenApply(_ -> false);
  }

  /// Whether a stored hash was made at another cost than is asked for now, and should be made anew
  /// when its password is next at hand.
  public boolean needsRehash(String stored) {
    var hash = PasswordHash.parse(stored);
    return !hash.cost().equals(settings.cost())
        || hash.salt().length < SALT_BYTES
        || hash.tag().length < TAG_BYTES;
  }

  /// Lets waiting passwords finish and takes no new ones.
  @Override
  public void close() {
    workers.close();
  }

  private CompletionStage<Boolean> verify(String password, PasswordHash stored) {
    if (password.length() > MAX_CHARS) {
      return CompletableFuture.completedStage(false);
    }
    return submit(
        () ->
            stored.hasTag(
                Argon2id.tag(password, stored.cost(), stored.salt(), stored.tag().length)));
  }

  private <T> CompletionStage<T> submit(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, workers);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedStage(new PasswordsBusyException(settings, e));
    }
  }

  private byte[] salt() {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }
}
