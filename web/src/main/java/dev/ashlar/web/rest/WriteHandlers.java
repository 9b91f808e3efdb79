package dev.ashlar.web.rest;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.value.Violation;
import dev.ashlar.runtime.operation.Operation;
import dev.ashlar.runtime.operation.Operation.Batch;
import dev.ashlar.runtime.operation.Operation.Delete;
import dev.ashlar.runtime.operation.Operation.Invoke;
import dev.ashlar.runtime.operation.Operation.Replace;
import dev.ashlar.runtime.operation.Operation.Restore;
import dev.ashlar.runtime.operation.Operation.Update;
import dev.ashlar.runtime.operation.Operation.Write;
import dev.ashlar.runtime.operation.Refusal;
import dev.ashlar.runtime.operation.Refusal.Code;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.Query.Parameter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// Answers writes: reads what is asked, hands it to the pipeline, and says what came of it.
final class WriteHandlers {
  private static final String JSON = "application/json";
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final Surroundings surroundings;

  WriteHandlers(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  // ---- the collection ----

  Future<Void> post(Resource resource, Exchange exchange) {
    return post(resource, exchange, upsertKey(resource, exchange), Optional.empty());
  }

  /// Posts to the collection that belongs to a row; where that row may not be seen there is no
  /// collection.
  Future<Void> postNested(Edge edge, Exchange exchange) {
    refuseParameters(exchange);
    var parent = new PostReader.Parent(edge.reference(), ReadHandlers.id(exchange));
    return post(edge.target(), exchange, List.of(), Optional.of(parent))
        .recover(failure -> Future.failedFuture(withoutParent(failure, edge.reference())));
  }

  private static Throwable withoutParent(Throwable failure, Column<?, ?> reference) {
    return failure instanceof Refusal refusal
            && refusal.violations().stream()
                .anyMatch(
                    violation ->
                        violation.code().equals("unknown_reference")
                            && violation.pointer().endsWith("/" + reference.property()))
        ? new Refusal(Code.NOT_FOUND, "There is no such row to belong to.")
        : failure;
  }

  private Future<Void> post(
      Resource resource,
      Exchange exchange,
      List<Column<?, ?>> key,
      Optional<PostReader.Parent> parent) {
    var preferences = Preferences.ofWrite(exchange);
    var reader = new PostReader(resource, key, parent, surroundings.config().maxBatch());
    return exchange
        .body(JSON)
        .compose(
            body ->
                switch (JsonBody.read(body, reader::read)) {
                  case Posted.One(var write) -> run(resource, exchange, preferences, write);
                  case Posted.Many(var writes, boolean named) ->
                      run(resource, exchange, preferences, new Batch(writes))
                          .recover(
                              failure -> Future.failedFuture(named ? placed(failure) : failure));
                });
  }

  /// The pipeline says `/3/title`, the request has it at `/operations/3/values/title`.
  private static Throwable placed(Throwable failure) {
    if (!(failure instanceof Refusal refusal)) {
      return failure;
    }
    var violations =
        refusal.violations().stream()
            .map(each -> new Violation(placed(each.pointer()), each.code(), each.message()))
            .toList();
    return new Refusal(refusal.code(), refusal.detail(), violations);
  }

  private static String placed(String pointer) {
    int end = pointer.indexOf('/', 1);
    return end < 0
        ? "/operations" + pointer
        : "/operations" + pointer.substring(0, end) + "/values" + pointer.substring(end);
  }

  private static List<Column<?, ?>> upsertKey(Resource resource, Exchange exchange) {
    if (exchange.query().isEmpty()) {
      return List.of();
    }
    var on = exchange.query().all("on");
    if (exchange.query().parameters().size() != 1 || on.isEmpty()) {
      throw unknownParameter(exchange, "Only on= is taken here.");
    }
    var key = resource.uniqueKey(List.of(on.getFirst().split(",", -1)));
    if (key.isEmpty()) {
      throw refused(
          "/on",
          "unknown_key",
          "Expected a unique key of %s, which has %s.".formatted(resource, resource.uniqueKeys()));
    }
    return key.get();
  }

  // ---- one row ----

  Future<Void> patch(Resource resource, Exchange exchange) {
    return update(resource, exchange, type(exchange), false, Update::new);
  }

  /// A patch is a merge patch, by whichever of its two types.
  private static String type(Exchange exchange) {
    return exchange
            .header(HttpHeaders.CONTENT_TYPE)
            .filter(type -> type.regionMatches(true, 0, MERGE_PATCH, 0, MERGE_PATCH.length()))
            .isPresent()
        ? MERGE_PATCH
        : JSON;
  }

  Future<Void> put(Resource resource, Exchange exchange) {
    return update(resource, exchange, JSON, true, Replace::new);
  }

  private interface Made {
    Write of(EntityModel<?> entity, UUID id, ChangeSet values, OptionalInt version);
  }

  private Future<Void> update(
      Resource resource, Exchange exchange, String mediaType, boolean whole, Made write) {
    refuseParameters(exchange);
    UUID id = ReadHandlers.id(exchange);
    var version = Etags.demanded(exchange, resource);
    var preferences = Preferences.ofWrite(exchange);
    var reader = new ChangeSetReader(resource, whole);
    return exchange
        .body(mediaType)
        .compose(
            body -> {
              ChangeSet values = JsonBody.read(body, json -> reader.read(json, ""));
              return run(
                  resource,
                  exchange,
                  preferences,
                  write.of(resource.entity(), id, values, version));
            });
  }

  Future<Void> delete(Resource resource, Exchange exchange) {
    refuseParameters(exchange);
    UUID id = ReadHandlers.id(exchange);
    var version = Etags.demanded(exchange, resource);
    var preferences = Preferences.ofWrite(exchange);
    return run(resource, exchange, preferences, new Delete(resource.entity(), id, version));
  }

  Future<Void> restore(Resource resource, Exchange exchange) {
    refuseParameters(exchange);
    UUID id = ReadHandlers.id(exchange);
    var version = Etags.demanded(exchange, resource);
    var preferences = Preferences.ofWrite(exchange);
    return run(resource, exchange, preferences, new Restore(resource.entity(), id, version));
  }

  Future<Void> action(Resource resource, String name, Exchange exchange) {
    refuseParameters(exchange);
    UUID id = ReadHandlers.id(exchange);
    var version = Etags.demanded(exchange, resource);
    var preferences = Preferences.ofWrite(exchange);
    return exchange
        .body(JSON)
        .compose(
            body ->
                run(
                    resource,
                    exchange,
                    preferences,
                    new Invoke(resource.entity(), id, name, input(body), version)));
  }

  /// The body as it is, once it is known to be JSON.
  private static String input(Buffer body) {
    if (body.length() == 0) {
      return "";
    }
    return JsonBody.read(
        body,
        json -> {
          json.parser().skipChildren();
          return body.toString();
        });
  }

  // ---- common ----

  private Future<Void> run(
      Resource resource, Exchange exchange, Preferences preferences, Operation operation) {
    var context = surroundings.requests().of(exchange, preferences.terms());
    var answers = new WriteAnswers(resource, preferences, surroundings.path(resource));
    return surroundings
        .pipeline()
        .run(context, operation)
        .compose(outcome -> answers.send(exchange, outcome));
  }

  private static void refuseParameters(Exchange exchange) {
    if (!exchange.query().isEmpty()) {
      throw unknownParameter(exchange, "No parameters are taken here.");
    }
  }

  private static RuntimeException unknownParameter(Exchange exchange, String message) {
    String name =
        exchange.query().parameters().stream()
            .map(Parameter::name)
            .filter(each -> !each.equals("on"))
            .findFirst()
            .orElse("on");
    return refused(Pointers.then("", name), "unknown_parameter", message);
  }

  private static RuntimeException refused(String pointer, String code, String message) {
    return Problems.badQuery()
        .withDetail(message)
        .withErrors(List.of(new Violation(pointer, code, message)))
        .exception();
  }
}
