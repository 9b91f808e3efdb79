package dev.ashlar.runtime.operation;

import dev.ashlar.model.Uuid7;
import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Query.Assignment;
import dev.ashlar.model.query.Query.Insert;
import dev.ashlar.runtime.access.Access;
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
  /// The number of values that an entry takes in each table; the name of an action comes after
  /// them.
  private static final int AUDITED = JournalTables.AUDIT.columns().size() - 1;

  private static final int TOLD = JournalTables.OUTBOX.columns().size() - 1;

  /// The number of values that one write's entries take, where it is no action.
  static final int SIZE = AUDITED + TOLD;

  private Journal() {}

  /// The inserts of one write.
  static List<Insert> entries(
      RequestContext context,
      Deed deed,
      EntityModel<?> entity,
      UUID id,
      Optional<ChangeSet> before,
      Optional<ChangeSet> after) {
    var values = values(context, deed, entity, id, before, after);
    return List.of(
        insert(JournalTables.AUDIT, values.subList(0, AUDITED), deed),
        insert(JournalTables.OUTBOX, values.subList(AUDITED, SIZE), deed));
  }

  /// The values of these inserts, in order: a write that is planned already needs nothing else.
  static List<@Nullable Object> values(
      RequestContext context,
      Deed deed,
      EntityModel<?> entity,
      UUID id,
      Optional<ChangeSet> before,
      Optional<ChangeSet> after) {
    var access = context.shape().access();
    String operation = deed.verb().name().toLowerCase(Locale.ROOT);
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

  private static Insert insert(EntityModel<?> table, List<@Nullable Object> values, Deed deed) {
    var assignments = new ArrayList<Assignment>();
    for (int i = 0; i < values.size(); i++) {
      assignments.add(Assignment.of(table.columns().get(i), values.get(i)));
    }
    if (!deed.action().isEmpty()) {
      assignments.add(Assignment.of(table.columns().getLast(), deed.action()));
    }
    return new Insert(table, assignments);
  }
}
