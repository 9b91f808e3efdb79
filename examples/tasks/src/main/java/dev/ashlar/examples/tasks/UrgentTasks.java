package dev.ashlar.examples.tasks;

import dev.ashlar.web.Exchange;
import dev.ashlar.web.Handler;
import dev.ashlar.web.MediaType;
import dev.ashlar.web.Route;
import io.avaje.inject.Bean;
import io.avaje.inject.Factory;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Named;

/// The backlog over HTTP: routes of the application's own.
@Factory
public final class UrgentTasks {
  private final Backlog backlog;

  UrgentTasks(Backlog backlog) {
    this.backlog = backlog;
  }

  @Bean
  @Named("urgent")
  Route urgent() {
    return Route.get("/api/urgent", Handler.blocking(this::list));
  }

  @Bean
  @Named("begin")
  Route begin() {
    return Route.post("/api/urgent", Handler.blocking(this::begin));
  }

  private void list(Exchange exchange) {
    var items = new JsonArray();
    for (UrgentTask task : backlog.urgent()) {
      items.add(JsonObject.of("id", task.id().toString(), "title", task.title()));
    }
    exchange.respond(200, MediaType.JSON, items.toBuffer());
  }

  private void begin(Exchange exchange) {
    exchange.respond(200, MediaType.JSON, JsonObject.of("begun", backlog.begin()).toBuffer());
  }
}
