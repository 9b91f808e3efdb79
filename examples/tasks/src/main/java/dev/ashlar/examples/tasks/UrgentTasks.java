package dev.ashlar.examples.tasks;

import dev.ashlar.runtime.Repositories;
import dev.ashlar.runtime.Repository;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.Handler;
import dev.ashlar.web.MediaType;
import dev.ashlar.web.Route;
import io.avaje.inject.Bean;
import io.avaje.inject.External;
import io.avaje.inject.Factory;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// What presses most, of the tasks that the caller may see: a route of the application's own.
@Factory
public final class UrgentTasks {
  private final Repository<Task> tasks;

  UrgentTasks(@External Repositories repositories) {
    this.tasks = repositories.of(Task_.MODEL);
  }

  @Bean
  Route urgent() {
    return Route.get("/api/urgent", Handler.blocking(this::answer));
  }

  private void answer(Exchange exchange) {
    var items = new JsonArray();
    for (UrgentTask task :
        tasks
            .where(Task_.status.eq(Status.OPEN), Task_.priority.gte(4))
            .orderBy(Task_.createdAt.desc(), Task_.id.desc())
            .page(UrgentTask_.MODEL, 20)
            .items()) {
      items.add(JsonObject.of("id", task.id().toString(), "title", task.title()));
    }
    exchange.respond(200, MediaType.JSON, items.toBuffer());
  }
}
