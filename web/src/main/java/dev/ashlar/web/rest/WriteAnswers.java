package dev.ashlar.web.rest;

import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.value.JsonBytes;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Outcome;
import dev.ashlar.runtime.operation.Outcome.All;
import dev.ashlar.runtime.operation.Outcome.Rows;
import dev.ashlar.runtime.operation.Outcome.Written;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.MediaType;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;

/// Answers writes: with the row as the actor may see it, unless the request wants no row.
record WriteAnswers(Resource resource, Preferences preferences, String path) {
  private static final CharSequence REPLAYED = HttpHeaders.createOptimized("idempotency-replayed");
  private static final CharSequence TRUE = HttpHeaders.createOptimized("true");
  private static final byte[] RESULTS = JsonBytes.nameOf("results");
  private static final byte[] OP = JsonBytes.nameOf("op");
  private static final byte[] ID = JsonBytes.nameOf("id");
  private static final byte[] VERSION = JsonBytes.nameOf("version");
  private static final byte[] ROW = JsonBytes.nameOf("row");

  Future<Void> send(Exchange exchange, Outcome outcome) {
    preferences.echo(exchange);
    if (replayed(outcome)) {
      exchange.header(REPLAYED, TRUE);
    }
    return switch (outcome) {
      case Written written -> written(exchange, written);
      case All all -> all(exchange, all);
      case Rows _ -> throw new IllegalStateException("A write was answered with rows read.");
    };
  }

  private static boolean replayed(Outcome outcome) {
    return switch (outcome) {
      case Written written -> written.replayed();
      case All(var outcomes) -> outcomes.stream().anyMatch(WriteAnswers::replayed);
      case Rows _ -> false;
    };
  }

  private Future<Void> written(Exchange exchange, Written written) {
    boolean created = written.verb() == Verb.CREATE;
    if (created && !preferences.terms().dryRun()) {
      exchange.header(HttpHeaders.LOCATION, path + "/" + written.id());
    }
    if (written.row().isEmpty()) {
      return exchange.respond(created ? 201 : 204);
    }
    Fetched row = written.row().get();
    var writer = resource.whole().writer();
    String tag = Etags.of(writer, row);
    if (!tag.isEmpty()) {
      exchange.header(HttpHeaders.ETAG, tag);
    }
    if (preferences.minimal()) {
      return exchange.respond(created ? 201 : 204);
    }
    return exchange.respond(
        created ? 201 : 200,
        MediaType.JSON,
        JsonBuffer.of(writer.expected(), out -> writer.write(out, row)));
  }

  private Future<Void> all(Exchange exchange, All all) {
    return exchange.respond(
        200,
        MediaType.JSON,
        JsonBuffer.of(
            resource.whole().writer().expected() * (all.outcomes().size() + 1),
            out -> {
              out.startObject();
              out.name(RESULTS);
              out.startArray();
              for (Outcome outcome : all.outcomes()) {
                one(out, outcome);
              }
              out.endArray();
              out.endObject();
            }));
  }

  private void one(JsonBytes out, Outcome outcome) {
    out.startObject();
    switch (outcome) {
      case Written written -> {
        out.name(OP);
        out.string(written.verb().name().toLowerCase(Locale.ROOT));
        out.name(ID);
        out.value(written.id());
        if (written.version().isPresent()) {
          out.name(VERSION);
          out.number(written.version().getAsInt());
        }
        if (written.row().isPresent() && !preferences.minimal()) {
          out.name(ROW);
          resource.whole().writer().write(out, written.row().get());
        }
      }
      case Rows _, All _ -> throw new IllegalStateException("A batch holds single writes alone.");
    }
    out.endObject();
  }
}
