package dev.ashlar.identity.actor;

import static dev.ashlar.runtime.operation.UserCode.await;

import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.data.driver.Session;
import dev.ashlar.identity.IdentityChangeKind;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.value.Row;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Hook.Call;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The row that a hook is called for, as it was and as it is.
final class States<T> {
  private final Call<T> call;
  private final Session session;
  private final UnguardedRepository<T> rows;

  States(Call<T> call, UnguardedRepository<T> rows) {
    this.call = call;
    this.session =
        call.context()
            .session()
            .orElseThrow(
                () -> new IllegalStateException("A hook of a write runs in its transaction."));
    this.rows = rows.in(session);
  }

  Session session() {
    return session;
  }

  /// The row before the write, if there was one.
  Optional<T> before() {
    return call.before().map(row -> call.entity().reader().read(new Before(row)));
  }

  /// The row after the write, if there is one. Blocks.
  Optional<T> after() {
    return call.verb() == Verb.DELETE || call.id().isEmpty()
        ? Optional.empty()
        : await(rows.find(call.id().get()));
  }

  /// Has a change told once it is committed; a dry run changes nothing. Blocks.
  void tell(IdentityChanges changes, IdentityChangeKind kind, @Nullable UUID subject) {
    if (!call.context().terms().dryRun()) {
      changes.write(session, kind, subject);
    }
  }

  private record Before(ChangeSet row) implements Row {
    @Override
    public @Nullable Object value(int position) {
      return row.stored(row.entity().columns().get(position));
    }
  }
}
