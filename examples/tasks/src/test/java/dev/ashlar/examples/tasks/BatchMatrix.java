package dev.ashlar.examples.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.runtime.access.Actor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/// Batches of one account on one entity against the oracle: each write in a batch of its own, all
/// that may be done in one, and the same with one among them that may not. The server undoes all.
final class BatchMatrix {
  private final RunningApplication application;
  private final ExpectedWrites expected;
  private final Check check;
  private final String account;
  private final Actor actor;
  private final EntityModel<?> entity;
  private final List<Write> done = new ArrayList<>();
  private final List<Write> refused = new ArrayList<>();

  BatchMatrix(
      RunningApplication application,
      ExpectedWrites expected,
      Check check,
      String account,
      Actor actor,
      EntityModel<?> entity) {
    this.application = application;
    this.expected = expected;
    this.check = check;
    this.account = account;
    this.actor = actor;
    this.entity = entity;
  }

  /// Compares what was found with what was expected.
  interface Check {
    void that(Object found, Object expected, String account, EntityModel<?> entity, String what);
  }

  /// Something done to a row, in one operation or two that belong together.
  ///
  /// @param status how the first of them that is refused is answered; 200 where none is
  /// @param at which of them that is
  private record Write(String what, List<JsonObject> operations, int status, int at) {
    Write(String what, JsonObject operation, int status) {
      this(what, List.of(operation), status == 201 || status == 204 ? 200 : status, 0);
    }

    /// A unique key, or a row that refers to this one, may stand in the way of what is allowed.
    boolean mayConflict() {
      return status == 200 && (what.equals("create") || what.equals("delete"));
    }
  }

  void run(List<ChangeSet> rows) {
    rows.forEach(row -> alone(update(row)));
    ExpectedWrites.key(entity).ifPresent(key -> rows.forEach(row -> alone(upsert(row, key))));
    rows.forEach(row -> alone(create(row)));
    rows.forEach(row -> alone(delete(row)));
    if (entity == Task_.MODEL) {
      rows.forEach(row -> alone(archive(row)));
    }
    if (!done.isEmpty()) {
      together();
      list();
    }
  }

  // ---- the writes ----

  private Write update(ChangeSet row) {
    return new Write(
        "update",
        versioned(operation("update", row), row).put("values", new JsonObject()),
        expected.update(actor, row));
  }

  private Write upsert(ChangeSet row, List<Column<?, ?>> key) {
    var on = new JsonArray();
    key.forEach(column -> on.add(column.property()));
    return new Write(
        "upsert",
        new JsonObject().put("op", "upsert").put("on", on).put("values", ExpectedWrites.body(row)),
        expected.upsert(actor, row, key));
  }

  private Write create(ChangeSet row) {
    return new Write(
        "create",
        new JsonObject().put("op", "create").put("values", ExpectedWrites.body(row)),
        expected.create(actor, row));
  }

  /// Where rows are hidden rather than removed, a restoration follows.
  private Write delete(ChangeSet row) {
    var delete = versioned(operation("delete", row), row);
    int status = expected.delete(actor, row);
    if (status != 204 || entity.inRole(Role.DELETED).isEmpty()) {
      return new Write("delete", delete, status);
    }
    return new Write(
        "delete and restore",
        List.of(delete, operation("restore", row)),
        expected.restore(actor, row),
        1);
  }

  private Write archive(ChangeSet row) {
    return new Write(
        "archive", operation("invoke", row).put("action", "archive"), expected.archive(actor, row));
  }

  private static JsonObject operation(String name, ChangeSet row) {
    return new JsonObject()
        .put("op", name)
        .put("id", String.valueOf(row.stored(row.entity().id())));
  }

  private static JsonObject versioned(JsonObject operation, ChangeSet row) {
    row.entity()
        .inRole(Role.VERSION)
        .ifPresent(column -> operation.put("version", row.stored(column)));
    return operation;
  }

  // ---- the batches ----

  private void alone(Write write) {
    var answer = batch(List.of(write));
    if (write.mayConflict() && answer.statusCode() == 409) {
      return;
    }
    judge(answer, write, write.at());
    (write.status() == 200 ? done : refused).add(write);
  }

  /// All that may be done is done in one batch; one more that may not is in the way of all.
  private void together() {
    var answer = batch(done);
    found(answer.statusCode(), 200, "all together " + answer.body());
    int size = done.stream().mapToInt(write -> write.operations().size()).sum();
    found(new JsonObject(answer.body()).getJsonArray("results").size(), size, "results");
    for (Write write : refused) {
      int middle = done.size() / 2;
      var all = new ArrayList<>(done);
      all.add(middle, write);
      int before = done.stream().limit(middle).mapToInt(each -> each.operations().size()).sum();
      judge(batch(all), write, before + write.at());
    }
  }

  private void judge(HttpResponse<String> answer, Write write, int place) {
    found(
        answer.statusCode(),
        write.status(),
        "%s at %d: %s".formatted(write.what(), place, answer.body()));
    if (write.status() != 200) {
      found(pointsAt(answer, "/operations/" + place), true, "place of " + answer.body());
    }
  }

  private HttpResponse<String> batch(List<Write> writes) {
    var operations = new JsonArray();
    writes.forEach(write -> write.operations().forEach(operations::add));
    return post(new JsonObject().put("operations", operations).encode());
  }

  /// The same with a list of plain rows.
  private void list() {
    var rows = new JsonArray();
    done.stream().filter(BatchMatrix::creates).forEach(write -> rows.add(values(write)));
    if (!rows.isEmpty()) {
      var answer = post(rows.encode());
      found(answer.statusCode(), 200, "a list of rows " + answer.body());
      found(new JsonObject(answer.body()).getJsonArray("results").size(), rows.size(), "rows made");
    }
    for (Write write : refused.stream().filter(BatchMatrix::creates).toList()) {
      var all = rows.copy().add(values(write));
      var answer = post(all.encode());
      found(answer.statusCode(), write.status(), "a list with one more " + answer.body());
      found(pointsAt(answer, "/" + rows.size()), true, "place of " + answer.body());
    }
  }

  private static boolean creates(Write write) {
    return write.what().equals("create");
  }

  private static JsonObject values(Write write) {
    return write.operations().getFirst().getJsonObject("values");
  }

  // ---- pieces ----

  private HttpResponse<String> post(String body) {
    return application.as(
        account, "POST", "/api/" + entity.plural(), body, "Prefer", "tx=rollback");
  }

  private static boolean pointsAt(HttpResponse<String> answer, String place) {
    var errors = new JsonObject(answer.body()).getJsonArray("errors", new JsonArray());
    assertThat(errors).as(answer.body()).isNotEmpty();
    return errors.stream()
        .map(error -> ((JsonObject) error).getString("pointer"))
        .allMatch(pointer -> pointer.equals(place) || pointer.startsWith(place + "/"));
  }

  private void found(Object found, Object expected, String what) {
    check.that(found, expected, account, entity, "in a batch, " + what);
  }
}
