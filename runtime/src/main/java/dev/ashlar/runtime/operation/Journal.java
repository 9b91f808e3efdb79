package dev.ashlar.runtime.operation;

import dev.ashlar.model.Uuid7;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Query.Assignment;
import dev.ashlar.model.query.Query.Insert;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.access.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes down what was done, in the transaction that does it: an audit entry, and an event for
/// whoever follows.
final class Journal {
  /// The number of values that one write's entries take.
  static final int SIZE =
      JournalTables.AUDIT.columns().size() + JournalTables.OUTBOX.columns().size();

  private Journal() {}

  /// The inserts of one write.
  static List<Insert> entries(
      RequestContext context,
      Verb verb,
      EntityModel<?> entity,
      UUID id,
      Optional<ChangeSet> before,
      Optional<ChangeSet> after) {
    var values = values(context, verb, entity, id, before, after);
    int split = JournalTables.AUDIT.columns().size();
    return List.of(
        insert(JournalTables.AUDIT, values.subList(0, split)),
        insert(JournalTables.OUTBOX, values.subList(split, values.size())));
  }

  /// The values of these inserts, in order: a write that is planned already needs nothing else.
  static List<@Nullable Object> values(
      RequestContext context,
      Verb verb,
      EntityModel<?> entity,
      UUID id,
      Optional<ChangeSet> before,
      Optional<ChangeSet> after) {
    var access = context.shape().access();
    String operation = verb.name().toLowerCase(Locale.ROOT);
    String now = after.map(row -> json(access, row)).orElse(null);
    String then = before.map(row -> json(access, row)).orElse(null);
    return Arrays.<@Nullable Object>asList(
        Uuid7.next(),
        context.now(),
        context.actor().id().orElse(null),
        context.actor().name(),
        operation,
        entity.name(),
        id,
        context.requestId(),
        then,
        now,
        Uuid7.next(),
        context.now(),
        entity.name(),
        id,
        operation,
        now != null ? now : then);
  }

  private static String json(Access access, ChangeSet row) {
    return RowJson.text(row, access::internal);
  }

  private static Insert insert(EntityModel<?> table, List<@Nullable Object> values) {
    var assignments = new ArrayList<Assignment>();
    for (int i = 0; i < values.size(); i++) {
      assignments.add(Assignment.of(table.columns().get(i), values.get(i)));
    }
    return new Insert(table, assignments);
  }
}
