package dev.ashlar.starter;

import dev.ashlar.identity.User;
import dev.ashlar.runtime.Repository;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.Handler;
import dev.ashlar.web.MediaType;
import dev.ashlar.web.Route;
import io.avaje.inject.Bean;
import io.avaje.inject.External;
import io.avaje.inject.Factory;
import io.vertx.core.json.JsonObject;

/// Counts the users that the caller may see: the records of another module.
@Factory
final class Census {
  private final Repository<User> users;

  Census(@External Repository<User> users) {
    this.users = users;
  }

  @Bean
  Route count() {
    return Route.get("/census", Handler.blocking(this::answer));
  }

  private void answer(Exchange exchange) {
    exchange.respond(200, MediaType.JSON, JsonObject.of("users", users.all().count()).toBuffer());
  }
}
