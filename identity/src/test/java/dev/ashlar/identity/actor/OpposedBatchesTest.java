package dev.ashlar.identity.actor;

import static dev.ashlar.runtime.operation.UserCode.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ashlar.identity.Grant;
import dev.ashlar.identity.Grant_;
import dev.ashlar.identity.Membership;
import dev.ashlar.identity.Membership_;
import dev.ashlar.identity.Realm;
import dev.ashlar.identity.Role;
import dev.ashlar.identity.Role_;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Hook;
import dev.ashlar.runtime.operation.Operation.Batch;
import dev.ashlar.runtime.operation.Operation.Update;
import dev.ashlar.runtime.operation.Operation.Write;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.runtime.operation.Refusal.Code;
import dev.ashlar.runtime.operation.UserCode;
import dev.ashlar.testing.database.DatabaseKind;
import dev.ashlar.testing.database.OnEveryDatabase;
import dev.ashlar.testing.database.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two who change the same rows at once, in opposite orders.
@OnEveryDatabase
@Execution(ExecutionMode.SAME_THREAD)
final class OpposedBatchesTest {
  /// Long enough for the other to have its first row, if it can have it.
  private static final long OVERLAP_MILLIS = 300;

  private final AtomicReference<CyclicBarrier> meeting =
      new AtomicReference<>(new CyclicBarrier(2));

  private final TestDatabase database;
  private final Realm realm;
  private final Role one;
  private final Role other;

  OpposedBatchesTest(TestDatabase database) {
    this.database = database;
    realm =
        Realm.open(
            database,
            List.of(
                new Meets<Role>(meeting) {},
                new Meets<Grant>(meeting) {},
                new Meets<Membership>(meeting) {}));
    realm.empty();
    one = realm.role("one", "tasks:*");
    other = realm.role("other", "tasks:*");
  }

  @AfterEach
  void close() {
    realm.close();
  }

  /// Waits with the first row in hand for the other batch to have its own, but not for long.
  private abstract static class Meets<T> implements Hook<T> {
    private final AtomicReference<CyclicBarrier> meeting;

    Meets(AtomicReference<CyclicBarrier> meeting) {
      this.meeting = meeting;
    }

    @Override
    public Set<Verb> verbs() {
      return Set.of(Verb.UPDATE);
    }

    @Override
    public ChangeSet before(Call<T> call) {
      try {
        meeting.get().await(OVERLAP_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException | BrokenBarrierException alone) {
        return call.changes();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      return call.changes();
    }
  }

  /// Does both at once, and gives why each was refused, if it was.
  private List<Optional<Refusal>> both(Runnable first, Runnable second) throws Exception {
    var tasks = Stream.of(first, second).map(OpposedBatchesTest::tried).toList();
    tasks.forEach(task -> Thread.ofVirtual().start(task));
    return List.of(
        tasks.getFirst().get(1, TimeUnit.MINUTES), tasks.getLast().get(1, TimeUnit.MINUTES));
  }

  private static FutureTask<Optional<Refusal>> tried(Runnable work) {
    return new FutureTask<>(
        () -> {
          try {
            work.run();
            return Optional.empty();
          } catch (Refusal refusal) {
            return Optional.of(refusal);
          }
        });
  }

  private Runnable batch(List<Write> writes) {
    return () -> realm.asRoot(new Batch(writes));
  }

  private static Write given(Grant grant, Role role) {
    return new Update(
        Grant_.MODEL,
        grant.id(),
        ChangeSet.of(Grant_.MODEL).with(Grant_.role, role.id()),
        OptionalInt.empty());
  }

  @Test
  void changeGrantsOneAfterTheOther() throws Exception {
    var start = realm.role("start", "tasks:*");
    var ada = realm.grant(realm.user("ada@example.com"), start);
    var bea = realm.grant(realm.user("bea@example.com"), start);

    var refusals =
        both(
            batch(List.of(given(ada, one), given(bea, one))),
            batch(List.of(given(bea, other), given(ada, other))));

    assertThat(refusals).containsOnly(Optional.empty());
    assertThat(rows(Grant_.MODEL).stream().map(grant -> grant.role().id()).distinct()).hasSize(1);
  }

  @Test
  void changeMembershipsOneAfterTheOther() throws Exception {
    var start = realm.role("start", "tasks:*");
    var team = realm.team("Ours");
    var ada = realm.member(realm.user("ada@example.com"), team, start);
    var bea = realm.member(realm.user("bea@example.com"), team, start);

    var refusals =
        both(
            batch(List.of(realm.membership(ada, one), realm.membership(bea, one))),
            batch(List.of(realm.membership(bea, other), realm.membership(ada, other))));

    assertThat(refusals).containsOnly(Optional.empty());
    assertThat(rows(Membership_.MODEL).stream().map(row -> row.role().id()).distinct()).hasSize(1);
  }

  @Test
  void changeRolesOneAfterTheOther() throws Exception {
    var refusals =
        both(
            batch(List.of(realm.permissions(one, "a:*"), realm.permissions(other, "a:*"))),
            batch(List.of(realm.permissions(other, "b:*"), realm.permissions(one, "b:*"))));

    assertThat(refusals.stream().flatMap(Optional::stream))
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(Code.STALE_VERSION));
    assertThat(rows(Role_.MODEL).stream().map(Role::permissions).distinct()).hasSize(1);
  }

  /// Code of one's own takes its rows in an order of its own.
  @Test
  void areToldToTryAgainWhereTheyLockEachOtherOut() throws Exception {
    Assumptions.assumeTrue(
        database.kind() == DatabaseKind.POSTGRESQL, "There is one writer at a time on SQLite.");
    var ada = realm.grant(realm.user("ada@example.com"), realm.role("start", "tasks:*"));
    var bea = realm.grant(realm.user("bea@example.com"), realm.role("begin", "tasks:*"));
    Runnable second = inOneTransaction(given(bea, other), given(ada, other));

    var refusals = both(inOneTransaction(given(ada, one), given(bea, one)), second);

    assertThat(refusals.stream().flatMap(Optional::stream))
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(Code.WRITE_CONFLICT));
    assertThat(rows(Grant_.MODEL).stream().map(grant -> grant.role().id()).distinct()).hasSize(1);
    assertThatCode(second::run).as("once more").doesNotThrowAnyException();
  }

  private Runnable inOneTransaction(Write first, Write second) {
    var engine = realm.engine();
    return () ->
        engine
            .transactions()
            .run(
                engine.request(Realm.ROOT, "test"),
                () -> {
                  var request = UserCode.request();
                  await(engine.pipeline().run(request, first));
                  await(engine.pipeline().run(request, second));
                });
  }

  private <T> List<T> rows(EntityModel<T> entity) {
    return await(realm.engine().unguarded(entity).list(Always.TRUE));
  }
}
