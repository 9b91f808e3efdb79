package dev.ashlar.web.rest;

import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Compare.Operator;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Present;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Path;
import dev.ashlar.model.query.RefColumn;
import dev.ashlar.model.value.JsonBytes;
import dev.ashlar.model.value.TextValues;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.operation.Outcome.Rows;
import dev.ashlar.runtime.operation.Read;
import dev.ashlar.runtime.operation.RequestContext;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.MediaType;
import dev.ashlar.web.Problem;
import dev.ashlar.web.Query.Parameter;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.UUID;

/// Answers reads: of one row, of a list, and of the list that belongs to a row.
final class ReadHandlers {
  private static final CharSequence LINK = HttpHeaders.createOptimized("link");
  private static final byte[] ITEMS = JsonBytes.nameOf("items");
  private static final byte[] NEXT = JsonBytes.nameOf("next");
  private static final byte[] TOTAL = JsonBytes.nameOf("total");

  private final Surroundings surroundings;

  ReadHandlers(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// The key in a path; what is none is the key of no row.
  static UUID id(Exchange exchange) {
    return TextValues.uuid(exchange.pathParameter(0))
        .orElseThrow(() -> Problem.notFound().exception());
  }

  // ---- one row ----

  Future<Void> one(Resource resource, Exchange exchange) {
    UUID id = id(exchange);
    RequestContext context = surroundings.requests().of(exchange);
    if (exchange.query().isEmpty()) {
      return surroundings
          .pipeline()
          .read(context, resource.one().of(id))
          .compose(rows -> row(exchange, resource.whole().writer(), rows.rows().getFirst()));
    }
    RowShape shape = shape(resource, exchange, new Parsing(context.shape()));
    return surroundings
        .pipeline()
        .read(context, Read.one(resource.entity(), shape.selection(), id))
        .compose(rows -> row(exchange, shape.writer(), rows.rows().getFirst()));
  }

  private RowShape shape(Resource resource, Exchange exchange, Parsing parsing) {
    var include = new IncludeParameters(resource, parsing, surroundings.config());
    var seen = new HashSet<String>();
    for (Parameter parameter : exchange.query().parameters()) {
      if (!seen.add(parameter.name())) {
        ListParameters.repeated(parameter.name(), parsing);
      } else if (!include.take(parameter.name(), parameter.value())) {
        parsing.fault(
            Pointers.then("", parameter.name()),
            "unknown_parameter",
            "One row takes select and include; a list takes filters.");
      }
    }
    RowShape shape = include.shape(1);
    parsing.refuse();
    return shape;
  }

  private static Future<Void> row(Exchange exchange, RowWriter writer, Fetched row) {
    String tag = Etags.of(writer, row);
    if (!tag.isEmpty()) {
      exchange.header(HttpHeaders.ETAG, tag);
      if (Etags.notModified(exchange, tag)) {
        return exchange.respond(304);
      }
    }
    return exchange.respond(
        200, MediaType.JSON, JsonBuffer.of(writer.expected(), out -> writer.write(out, row)));
  }

  // ---- a list ----

  Future<Void> list(Resource resource, Exchange exchange) {
    RequestContext context = surroundings.requests().of(exchange);
    return list(resource, exchange, context, Always.TRUE)
        .compose(page -> page(exchange, resource, page));
  }

  /// The rows that belong to a parent. Where there are none, the parent is asked for: one that may
  /// not be seen has no lists either.
  Future<Void> nested(Resource parent, Edge edge, Exchange exchange) {
    UUID id = id(exchange);
    RequestContext context = surroundings.requests().of(exchange);
    return list(edge.target(), exchange, context, belongs(edge, id))
        .compose(
            page ->
                page.rows().rows().isEmpty()
                    ? surroundings.pipeline().read(context, parent.one().of(id)).map(page)
                    : Future.succeededFuture(page))
        .compose(page -> page(exchange, edge.target(), page));
  }

  private static Condition belongs(Edge edge, UUID parent) {
    var reference = (RefColumn<?, ?>) edge.reference();
    Condition same =
        new Compare(Operator.EQ, reference.term(), new Value(ValueType.UUID, parent), false);
    return same.and(new Present(Path.ROOT.then(reference.relation()), false));
  }

  private record Page(RowShape shape, Read.Page asked, Preferences preferences, Rows rows) {}

  private Future<Page> list(
      Resource resource, Exchange exchange, RequestContext context, Condition scope) {
    var preferences = Preferences.ofRead(exchange);
    var asked =
        ListParameters.read(
            resource,
            exchange.query(),
            surroundings.config(),
            new Parsing(context.shape()),
            surroundings.cursors(),
            scope,
            preferences.total());
    Read read = asked.listing().read();
    return surroundings
        .pipeline()
        .read(context, read)
        .map(rows -> new Page(asked.shape(), read.page().orElseThrow(), preferences, rows));
  }

  private Future<Void> page(Exchange exchange, Resource resource, Page page) {
    var rows = page.rows();
    String next =
        rows.next()
            .map(
                cursor ->
                    surroundings.cursors().write(resource.entity(), page.asked().order(), cursor))
            .orElse("");
    if (!next.isEmpty()) {
      exchange.header(LINK, NextLink.of(exchange, next));
    }
    page.preferences().echo(exchange);
    var writer = page.shape().writer();
    return exchange.respond(
        200,
        MediaType.JSON,
        JsonBuffer.of(
            writer.expected() * (rows.rows().size() + 1),
            out -> {
              out.startObject();
              out.name(ITEMS);
              writer.write(out, rows.rows());
              out.name(NEXT);
              if (next.isEmpty()) {
                out.nothing();
              } else {
                out.string(next);
              }
              if (rows.total().isPresent()) {
                out.name(TOTAL);
                out.number(rows.total().getAsLong());
              }
              out.endObject();
            }));
  }
}
