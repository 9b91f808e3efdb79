package dev.ashlar.starter;

import dev.ashlar.identity.login.Identity;
import dev.ashlar.identity.login.IdentitySettings;
import dev.ashlar.runtime.Contributions;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.Repositories;
import dev.ashlar.runtime.Service;
import dev.ashlar.runtime.Services;
import dev.ashlar.runtime.Transactions;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.config.Config;
import dev.ashlar.runtime.operation.Action;
import dev.ashlar.runtime.operation.Hook;
import dev.ashlar.runtime.seed.Seed;
import dev.ashlar.runtime.seed.Seeds;
import io.avaje.inject.BeanScope;
import io.avaje.inject.BeanScopeBuilder;
import io.avaje.inject.spi.AvajeModule;
import io.avaje.inject.spi.Builder;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An application without its server: its beans, its engine, and who its users are.
final class Core implements AutoCloseable {
  private final BeanScope beans;
  private final Identity identity;
  private final Engine engine;
  private final Services services;

  private Core(BeanScope beans, Identity identity, Engine engine) {
    this.beans = beans;
    this.identity = identity;
    this.engine = engine;
    this.services = new Services(beans.list(Service.class));
  }

  static Core open(Store store, Config config) {
    var clock = InstantSource.system();
    var repositories = new Repositories();
    var beans = beans(config, repositories, clock);
    var identity = Identity.of(store.database(), config.get(IdentitySettings.TYPE), clock);
    var hooks = new ArrayList<Hook<?>>(identity.hooks());
    hooks.addAll(Core.<Hook<?>>list(beans, Hook.class));
    var contributions =
        Contributions.of(
            store.database().model(),
            policies(beans),
            hooks,
            Core.<Action<?>>list(beans, Action.class));
    var engine = new Engine(store.database(), contributions, clock);
    repositories.open(engine);
    return new Core(beans, identity, engine);
  }

  /// Modules are wired in the order in which they need one another, as far as what they need is
  /// there or above: so what they are given is in a scope above. What each of them makes too is
  /// supplied, which keeps theirs out.
  private static BeanScope beans(Config config, Repositories repositories, InstantSource clock) {
    return BeanScope.builder()
        .shutdownHook(false)
        .parent(given(config, repositories, clock), false)
        .bean(Transactions.class, repositories.transactions())
        .build();
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

  /// Identity's are beans too where its own module of beans is on the class path.
  private static List<Policy<?>> policies(BeanScope beans) {
    Map<Class<?>, Policy<?>> policies = new LinkedHashMap<>();
    Identity.policies().forEach(policy -> policies.put(policy.getClass(), policy));
    for (Policy<?> policy : Core.<Policy<?>>list(beans, Policy.class)) {
      policies.put(policy.getClass(), policy);
    }
    return List.copyOf(policies.values());
  }

  /// The container knows no type arguments here; each class says its own.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <P> List<P> list(BeanScope beans, Class type) {
    return (List<P>) beans.list(type);
  }

  BeanScope beans() {
    return beans;
  }

  Engine engine() {
    return engine;
  }

  Identity identity() {
    return identity;
  }

  Services services() {
    return services;
  }

  Seeds seeds() {
    return new Seeds(beans.list(Seed.class));
  }

  @Override
  public void close() {
    services.stop();
    identity.close();
    beans.close();
  }
}
