package dev.ashlar.starter;

import dev.ashlar.identity.login.Identity;
import dev.ashlar.identity.login.IdentitySettings;
import dev.ashlar.runtime.Contributions;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.Service;
import dev.ashlar.runtime.Services;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.config.Config;
import dev.ashlar.runtime.operation.Action;
import dev.ashlar.runtime.operation.Hook;
import dev.ashlar.runtime.retention.Retention;
import dev.ashlar.runtime.retention.RetentionSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An application without its server: its beans, its engine, and who its users are.
final class Core implements AutoCloseable {
  private final Beans beans;
  private final Identity identity;
  private final Engine engine;
  private final Services services;

  private Core(Beans beans, Identity identity, Engine engine, List<Service> own) {
    this.beans = beans;
    this.identity = identity;
    this.engine = engine;
    var all = new ArrayList<>(own);
    all.addAll(beans.list(Service.class));
    this.services = new Services(all);
  }

  /// Opens it on its beans, which are closed with it.
  static Core open(Store store, Config config, Beans beans) {
    var identity = Identity.of(store.database(), config.get(IdentitySettings.TYPE), beans.clock());
    var hooks = new ArrayList<Hook<?>>(identity.hooks());
    hooks.addAll(beans.<Hook<?>>generic(Hook.class));
    var contributions =
        Contributions.of(
            store.database().model(),
            policies(beans),
            hooks,
            beans.<Action<?>>generic(Action.class));
    var engine = new Engine(store.database(), contributions, beans.clock());
    beans.repositories().open(engine);
    var retention =
        new Retention(store.database(), config.get(RetentionSettings.TYPE), beans.clock());
    return new Core(beans, identity, engine, List.of(retention));
  }

  /// Identity's are beans too where its own module of beans is on the class path.
  private static List<Policy<?>> policies(Beans beans) {
    Map<Class<?>, Policy<?>> policies = new LinkedHashMap<>();
    Identity.policies().forEach(policy -> policies.put(policy.getClass(), policy));
    for (Policy<?> policy : beans.<Policy<?>>generic(Policy.class)) {
      policies.put(policy.getClass(), policy);
    }
    return List.copyOf(policies.values());
  }

  Beans beans() {
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

  @Override
  public void close() {
    services.stop();
    identity.close();
    beans.close();
  }
}
