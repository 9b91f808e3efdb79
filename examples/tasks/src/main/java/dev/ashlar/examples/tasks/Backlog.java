package dev.ashlar.examples.tasks;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.runtime.Repository;
import dev.ashlar.runtime.Transactions;
import jakarta.inject.Singleton;
import java.util.List;

/// What waits to be done, of the tasks that the caller may see and change.
@Singleton
public final class Backlog {
  private static final Condition URGENT = Task_.status.eq(Status.OPEN).and(Task_.priority.gte(4));

  private final Repository<Task> tasks;
  private final Transactions transactions;

  Backlog(Repository<Task> tasks, Transactions transactions) {
    this.tasks = tasks;
    this.transactions = transactions;
  }

  /// What presses most.
  List<UrgentTask> urgent() {
    return tasks
        .where(URGENT)
        .orderBy(Task_.createdAt.desc(), Task_.id.desc())
        .page(UrgentTask_.MODEL, 20)
        .items();
  }

  /// Puts away what is done and begins what presses most, both or neither; gives how many are
  /// begun.
  int begin() {
    return transactions.call(
        () -> {
          tasks.updateAll(Task_.status.eq(Status.DONE), becoming(Status.ARCHIVED));
          return tasks.updateAll(URGENT, becoming(Status.IN_PROGRESS));
        });
  }

  private static ChangeSet becoming(Status status) {
    return ChangeSet.of(Task_.MODEL).with(Task_.status, status.name());
  }
}
