package dev.ashlar.data;

import dev.ashlar.data.driver.Executor;
import dev.ashlar.data.sql.SelectPlan;
import dev.ashlar.data.sql.SelectPlan.Child;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.value.Row;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Reads a selection level by level: one statement for each, whatever the number of rows.
final class Fetcher {
  private Fetcher() {}

  static Future<List<Fetched>> fetch(Executor executor, SelectPlan select, Bindings bindings) {
    var plan = select.plan();
    return executor
        .rows(plan.statement(), bindings.of(plan))
        .compose(rows -> below(executor, select, bindings, rows));
  }

  private static Future<List<Fetched>> below(
      Executor executor, SelectPlan select, Bindings bindings, List<Row> rows) {
    if (select.children().isEmpty() || rows.isEmpty()) {
      return Future.succeededFuture(shaped(select, rows));
    }
    var levels = new ArrayList<Future<Map<UUID, List<Fetched>>>>();
    for (Child child : select.children()) {
      levels.add(level(executor, child, bindings, rows));
    }
    return Future.all(levels)
        .map(_ -> shaped(select, rows, levels.stream().map(Future::result).toList()));
  }

  /// All rows of one level below, by the key of their parent.
  private static Future<Map<UUID, List<Fetched>>> level(
      Executor executor, Child child, Bindings bindings, List<Row> parents) {
    var keys = new LinkedHashSet<Object>();
    for (Row parent : parents) {
      if (!parent.isNull(child.parentId())) {
        keys.add(parent.uuid(child.parentId()));
      }
    }
    if (keys.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    var select = child.select();
    var plan = select.plan();
    return executor
        .rows(plan.statement(), bindings.of(plan, List.copyOf(keys)))
        .compose(
            rows ->
                below(executor, select, bindings, rows)
                    .map(fetched -> byParent(child, rows, fetched)));
  }

  private static Map<UUID, List<Fetched>> byParent(
      Child child, List<Row> rows, List<Fetched> fetched) {
    var byParent = new HashMap<UUID, List<Fetched>>();
    for (int i = 0; i < rows.size(); i++) {
      UUID parent = rows.get(i).uuid(child.childParent());
      byParent.computeIfAbsent(parent, _ -> new ArrayList<>()).add(fetched.get(i));
    }
    return byParent;
  }

  private static List<Fetched> shaped(SelectPlan select, List<Row> rows) {
    var none = select.children().stream().map(_ -> List.<Fetched>of()).toList();
    var fetched = new ArrayList<Fetched>(rows.size());
    for (Row row : rows) {
      fetched.add(new FetchedRow(select.layout(), row, none));
    }
    return fetched;
  }

  private static List<Fetched> shaped(
      SelectPlan select, List<Row> rows, List<Map<UUID, List<Fetched>>> levels) {
    var fetched = new ArrayList<Fetched>(rows.size());
    for (Row row : rows) {
      var children = new ArrayList<List<Fetched>>(levels.size());
      for (int i = 0; i < levels.size(); i++) {
        int parent = select.children().get(i).parentId();
        children.add(
            row.isNull(parent)
                ? List.of()
                : levels.get(i).getOrDefault(row.uuid(parent), List.of()));
      }
      fetched.add(new FetchedRow(select.layout(), row, children));
    }
    return fetched;
  }
}
