package dev.ashlar.identity.actor;

import static dev.ashlar.runtime.operation.UserCode.await;

import dev.ashlar.data.Database;
import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.data.driver.Session;
import dev.ashlar.identity.IdentityChange;
import dev.ashlar.identity.IdentityChangeKind;
import dev.ashlar.identity.IdentityChange_;
import dev.ashlar.model.Uuid7;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Carries the news that something remembered is no longer so: to this node at the commit, to
/// others when they next ask.
///
/// A change is written in the transaction that makes it. Asking looks back over some time rather
/// than from a position, since transactions do not commit in the order of their rows, and none may
/// hold up the news of another.
public final class IdentityChanges {
  /// Longer than a transaction may last, and than clocks differ.
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  private static final Duration KEPT = Duration.ofMinutes(10);

  /// For how long every commit is taken for the one that a change was written in; a transaction
  /// that lasts longer is found by asking.
  private static final Duration PROMPT = Duration.ofSeconds(10);

  private final UnguardedRepository<IdentityChange> rows;
  private final InstantSource clock;
  private final List<Consumer<IdentityChange>> listeners = new CopyOnWriteArrayList<>();
  private final Map<UUID, IdentityChange> written = new ConcurrentHashMap<>();
  private final Map<UUID, Instant> told = new HashMap<>();
  private Instant asked;
  private Instant swept;

  public IdentityChanges(Database database, InstantSource clock) {
    this.rows = new UnguardedRepository<>(database, IdentityChange_.MODEL);
    this.clock = clock;
    this.asked = clock.instant();
    this.swept = asked;
  }

  /// Has something told of every change, perhaps more than once.
  public void onChange(Consumer<IdentityChange> listener) {
    listeners.add(listener);
  }

  /// Writes a change down in the transaction that makes it. Blocks.
  ///
  /// @param subject the user or session; null where it is about everybody
  public void write(Session transaction, IdentityChangeKind kind, @Nullable UUID subject) {
    var change = change(kind, subject);
    await(rows.in(transaction).insert(change));
    // To forget an actor too often does no harm; a login that was told to have ended stays ended.
    if (kind != IdentityChangeKind.SESSION) {
      written.put(change.id(), change);
    }
  }

  /// Tells of logins whose end was committed just now.
  public void ended(Collection<UUID> sessions) {
    sessions.forEach(session -> tell(change(IdentityChangeKind.SESSION, session)));
  }

  private IdentityChange change(IdentityChangeKind kind, @Nullable UUID subject) {
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new IdentityChange(Uuid7.next(), at, kind, subject);
  }

  /// Says that a transaction of this node was committed, whichever: what was written and not found
  /// yet is told again each time, and so once after its own commit at least.
  ///
  /// @return whether anything was told; then [#ask] soon, which ends the repetition
  public boolean committed() {
    if (written.isEmpty()) {
      return false;
    }
    written.values().forEach(this::tell);
    return true;
  }

  /// Asks the database what any node has changed. Blocks.
  public synchronized void ask() {
    var now = clock.instant();
    for (var change : await(rows.list(IdentityChange_.at.gte(asked.minus(OVERLAP))))) {
      if (told.putIfAbsent(change.id(), change.at()) == null) {
        written.remove(change.id());
        tell(change);
      }
    }
    asked = now;
    forget(now);
  }

  private void tell(IdentityChange change) {
    for (var listener : listeners) {
      listener.accept(change);
    }
  }

  private void forget(Instant now) {
    var over = now.minus(OVERLAP);
    written.values().removeIf(change -> change.at().plus(PROMPT).isBefore(now));
    told.values().removeIf(at -> at.isBefore(over.minus(OVERLAP)));
    if (swept.plus(OVERLAP).isBefore(now)) {
      swept = now;
      await(rows.deleteAll(IdentityChange_.at.lt(now.minus(KEPT))));
    }
  }
}
