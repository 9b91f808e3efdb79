package dev.ashlar.examples.tasks;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.RefColumn;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Interpreter;
import dev.ashlar.testing.access.Oracle;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Updates of one account whose reference points somewhere else, against the oracle. The server
/// undoes all.
final class ReferenceMatrix {
  private final RunningApplication application;
  private final Model model;
  private final Snapshot rows;
  private final Oracle oracle;
  private final ExpectedWrites expected;
  private final BatchMatrix.Check check;
  private final String account;
  private final Actor actor;
  private final Set<Where> refused = EnumSet.noneOf(Where.class);

  ReferenceMatrix(
      RunningApplication application,
      Model model,
      Snapshot rows,
      Oracle oracle,
      BatchMatrix.Check check,
      String account,
      Actor actor) {
    this.application = application;
    this.model = model;
    this.rows = rows;
    this.oracle = oracle;
    this.expected = new ExpectedWrites(model, rows, oracle);
    this.check = check;
    this.account = account;
    this.actor = actor;
  }

  /// Where a reference points.
  enum Where {
    SEEN,
    HIDDEN,
    DELETED,
    MISSING
  }

  /// Points every reference of some rows everywhere, and gives where it was refused to point.
  Set<Where> run(List<ChangeSet> some) {
    for (ChangeSet row : some) {
      for (RefColumn<?, ?> reference : row.entity().references()) {
        targets(model.target(reference.relation()))
            .forEach((where, id) -> pointed(row, reference, where, id));
      }
    }
    return refused;
  }

  private Map<Where, UUID> targets(EntityModel<?> target) {
    var found = new EnumMap<Where, UUID>(Where.class);
    found.put(Where.MISSING, UUID.randomUUID());
    for (ChangeSet row : rows.all(target)) {
      boolean living = Interpreter.living(row);
      Where where =
          !living ? Where.DELETED : oracle.visible(actor, row) ? Where.SEEN : Where.HIDDEN;
      found.putIfAbsent(where, (UUID) Objects.requireNonNull(row.stored(target.id())));
    }
    return found;
  }

  private void pointed(ChangeSet row, RefColumn<?, ?> reference, Where where, UUID id) {
    var entity = row.entity();
    // Identity's hooks refuse more than its rules do: only what may not be seen is the rules'
    // alone.
    if (where == Where.SEEN && entity.type().getPackageName().startsWith("dev.ashlar.identity")) {
      return;
    }
    int status = expected.point(actor, row, reference, id);
    var body = new JsonObject().put(reference.property(), id.toString());
    String what = "%s of %s pointed at one %s".formatted(reference, row.stored(entity.id()), where);
    var answer = application.as(account, "PATCH", path(row), body.encode(), headers(row));
    // A unique key may stand in the way of what is allowed.
    if (status == 200 && answer.statusCode() == 409) {
      return;
    }
    check.that(answer.statusCode(), status, account, entity, what + ": " + answer.body());
    if (status == 422) {
      refused.add(where);
      check.that(
          faults(answer.body()), faults(reference), account, entity, what + ": " + answer.body());
    }
    batched(row, body, status, reference, what);
  }

  /// The same in a batch.
  private void batched(
      ChangeSet row, JsonObject values, int status, RefColumn<?, ?> reference, String what) {
    var entity = row.entity();
    var update =
        new JsonObject()
            .put("op", "update")
            .put("id", String.valueOf(row.stored(entity.id())))
            .put("values", values);
    entity.inRole(Role.VERSION).ifPresent(column -> update.put("version", row.stored(column)));
    var answer =
        application.as(
            account,
            "POST",
            "/api/" + entity.plural(),
            new JsonObject().put("operations", new JsonArray().add(update)).encode(),
            "Prefer",
            "tx=rollback");
    String said = "in a batch, %s: %s".formatted(what, answer.body());
    check.that(answer.statusCode(), status, account, entity, said);
    if (status == 422) {
      var there =
          new JsonObject(answer.body())
              .getJsonArray("errors")
              .getJsonObject(0)
              .getString("pointer");
      String place = "/operations/0/values/" + reference.property();
      check.that(there, place, account, entity, said);
    }
  }

  private static List<String> faults(String body) {
    return new JsonObject(body)
        .getJsonArray("errors", new JsonArray()).stream()
            .flatMap(
                error ->
                    Stream.of(
                        ((JsonObject) error).getString("pointer"),
                        ((JsonObject) error).getString("code")))
            .toList();
  }

  private static List<String> faults(RefColumn<?, ?> reference) {
    return List.of("/" + reference.property(), "unknown_reference");
  }

  private static String path(ChangeSet row) {
    return "/api/%s/%s".formatted(row.entity().plural(), row.stored(row.entity().id()));
  }

  private static String[] headers(ChangeSet row) {
    var headers = new ArrayList<>(List.of("Prefer", "tx=rollback"));
    row.entity()
        .inRole(Role.VERSION)
        .ifPresent(
            column -> headers.addAll(List.of("If-Match", "\"%s\"".formatted(row.stored(column)))));
    return headers.toArray(String[]::new);
  }
}
