package dev.ashlar.identity.actor;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ashlar.identity.IdentityChange;
import dev.ashlar.runtime.access.Actor;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/// Resolves users to actors, once, and remembers them until something about them changes.
///
/// Every session of a user gives the same actor. What changes is forgotten when [IdentityChanges]
/// tells of it; what it is not told of, such as rows changed by hand in the database, holds for a
/// minute more.
public final class Actors {
  private static final Duration MEMORY = Duration.ofMinutes(1);

  private static final Executor THREADS =
      task -> Thread.ofVirtual().name("ashlar-actors").start(task);

  private final Profiles profiles;
  private final AsyncCache<UUID, Optional<Actor>> actors;

  /// @param capacity how many users are remembered
  public Actors(Profiles profiles, int capacity) {
    this.profiles = profiles;
    // The futures themselves are kept: one that is forgotten while it is under way answers those
    // who waited for it, and nobody who comes later.
    this.actors =
        Caffeine.newBuilder()
            .maximumSize(capacity)
            .expireAfterWrite(MEMORY)
            .executor(Runnable::run)
            .buildAsync();
  }

  /// The actor of an active user, if it is remembered: neither blocks nor waits.
  public Optional<Actor> known(UUID user) {
    var known = actors.getIfPresent(user);
    return known == null || known.state() != CompletableFuture.State.SUCCESS
        ? Optional.empty()
        : known.resultNow();
  }

  /// The actor of a user; empty when there is no such user, or it is not active.
  public CompletionStage<Optional<Actor>> find(UUID user) {
    return actors
        .get(user, (id, _) -> CompletableFuture.supplyAsync(() -> resolve(id), THREADS))
        .minimalCompletionStage();
  }

  /// Forgets what is no longer so.
  public void forget(IdentityChange change) {
    switch (change.kind()) {
      case USER -> {
        if (change.subject() != null) {
          actors.synchronous().invalidate(change.subject());
        }
      }
      case EVERYBODY -> actors.synchronous().invalidateAll();
      case SESSION -> {
        // An actor is the same in all sessions.
      }
    }
  }

  private Optional<Actor> resolve(UUID user) {
    return profiles.find(user).filter(found -> found.user().active()).map(Profile::actor);
  }
}
