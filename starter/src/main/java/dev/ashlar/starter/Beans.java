package dev.ashlar.starter;

import dev.ashlar.runtime.Repositories;
import dev.ashlar.runtime.Transactions;
import dev.ashlar.runtime.config.Config;
import dev.ashlar.runtime.seed.Seed;
import dev.ashlar.runtime.seed.Seeds;
import io.avaje.inject.BeanScope;
import io.avaje.inject.BeanScopeBuilder;
import io.avaje.inject.spi.AvajeModule;
import io.avaje.inject.spi.Builder;
import java.time.InstantSource;
import java.util.List;

/// An application's beans. They are put together without its database, which their repositories
/// find once there is an engine.
final class Beans implements AutoCloseable {
  private final BeanScope scope;
  private final Repositories repositories;
  private final InstantSource clock;

  private Beans(BeanScope scope, Repositories repositories, InstantSource clock) {
    this.scope = scope;
    this.repositories = repositories;
    this.clock = clock;
  }

  /// Puts them together.
  ///
  /// Modules are wired in the order in which they need one another, as far as what they need is
  /// there or above: so what they are given is in a scope above. What each of them makes too is
  /// supplied, which keeps theirs out.
  static Beans of(Config config) {
    var repositories = new Repositories();
    var clock = InstantSource.system();
    var scope =
        BeanScope.builder()
            .shutdownHook(false)
            .parent(given(config, repositories, clock), false)
            .bean(Transactions.class, repositories.transactions())
            .build();
    return new Beans(scope, repositories, clock);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Each record of settings is of its own class.
  private static BeanScope given(Config config, Repositories repositories, InstantSource clock) {
    BeanScopeBuilder builder =
        BeanScope.builder()
            .shutdownHook(false)
            .modules(new NoBeans())
            .bean(Config.class, config)
            .bean(Repositories.class, repositories)
            .bean(InstantSource.class, clock);
    for (Object settings : config.all()) {
      builder.bean((Class) settings.getClass(), settings);
    }
    return builder.build();
  }

  /// Named, so that none is looked for.
  private static final class NoBeans implements AvajeModule {
    @Override
    public Class<?>[] classes() {
      return new Class<?>[0];
    }

    @Override
    public void build(Builder builder) {}
  }

  /// All beans of a type.
  <P> List<P> list(Class<P> type) {
    return scope.list(type);
  }

  /// All beans of a type that has type arguments: the container knows none here, each bean's class
  /// says its own.
  @SuppressWarnings({"unchecked", "rawtypes"})
  <P> List<P> generic(Class type) {
    return (List<P>) scope.list(type);
  }

  /// What plants the data to begin with.
  Seeds seeds() {
    return new Seeds(list(Seed.class));
  }

  Repositories repositories() {
    return repositories;
  }

  InstantSource clock() {
    return clock;
  }

  @Override
  public void close() {
    scope.close();
  }
}
