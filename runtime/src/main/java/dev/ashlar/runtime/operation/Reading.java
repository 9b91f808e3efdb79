package dev.ashlar.runtime.operation;

import dev.ashlar.data.Database;
import dev.ashlar.data.driver.Executor;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.runtime.operation.Outcome.Rows;
import dev.ashlar.runtime.operation.Refusal.Code;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads what the actor may see.
final class Reading {
  private final Database database;

  Reading(Database database) {
    this.database = database;
  }

  Future<Rows> run(RequestContext context, Read read) {
    Executor executor = context.session().isPresent() ? context.session().get() : database.driver();
    var viewer = context.shape().viewer();
    var facts = new Facts(context.actor());
    if (read.total().isPresent() && read.page().filter(page -> page.limit() == 0).isPresent()) {
      return database
          .count(executor, read.total().get(), viewer, facts)
          .map(total -> outcome(read, List.of(), OptionalLong.of(total)));
    }
    var rows = database.select(executor, read.query(), viewer, facts);
    if (read.total().isEmpty()) {
      return rows.map(found -> outcome(read, found, OptionalLong.empty()));
    }
    var total = database.count(executor, read.total().get(), viewer, facts);
    return Future.all(rows, total)
        .map(_ -> outcome(read, rows.result(), OptionalLong.of(total.result())));
  }

  private static Rows outcome(Read read, List<Fetched> found, OptionalLong total) {
    var selection = read.query().shape().query().selection();
    if (read.page().isEmpty()) {
      if (found.isEmpty()) {
        throw missing(read.entity().name());
      }
      return new Rows(read.entity(), selection, found, Optional.empty(), total);
    }
    var page = read.page().get();
    if (found.size() <= page.limit()) {
      return new Rows(read.entity(), selection, found, Optional.empty(), total);
    }
    var rows = found.subList(0, page.limit());
    return new Rows(
        read.entity(), selection, rows, Optional.of(cursor(page, rows.getLast())), total);
  }

  private static Cursor cursor(Read.Page page, Fetched last) {
    var values = new ArrayList<@Nullable Object>();
    page.positions().forEach(position -> values.add(last.value(position)));
    return new Cursor(values);
  }

  /// What is said of a row that does not exist and of one that may not be seen.
  static Refusal missing(String entity) {
    return new Refusal(Code.NOT_FOUND, "There is no such " + entity + ".");
  }
}
