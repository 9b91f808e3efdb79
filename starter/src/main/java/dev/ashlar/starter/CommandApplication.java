package dev.ashlar.starter;

import dev.ashlar.data.migration.Migrations;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.config.Config;
import dev.ashlar.runtime.seed.Seeds;
import dev.ashlar.runtime.spi.Application;
import dev.ashlar.runtime.spi.Command;
import dev.ashlar.runtime.spi.Module;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An application as its commands use it: opened as far as they ask for.
final class CommandApplication implements Application, AutoCloseable {
  private final Parts parts;
  private final Config config;
  private @Nullable Beans beans;
  private @Nullable Store store;
  private @Nullable Core core;

  CommandApplication(Parts parts, Config config) {
    this.parts = parts;
    this.config = config;
  }

  @Override
  public String name() {
    return parts.name();
  }

  @Override
  public String version() {
    return parts.version();
  }

  @Override
  public Config config() {
    return config;
  }

  @Override
  public List<Module> modules() {
    return parts.allModules();
  }

  @Override
  public Migrations migrations() {
    return store().migrations();
  }

  @Override
  public Path sources() {
    return config.get(ApplicationSettings.TYPE).sources();
  }

  @Override
  public Engine engine() {
    return core().engine();
  }

  @Override
  public Seeds seeds() {
    return beans().seeds();
  }

  /// The commands that are beans.
  List<Command> commands() {
    return beans().list(Command.class);
  }

  private Beans beans() {
    Beans opened = beans;
    if (opened == null) {
      opened = Beans.of(config);
      beans = opened;
    }
    return opened;
  }

  private Store store() {
    Store opened = store;
    if (opened == null) {
      opened = Store.open(Store.vertx(), parts, config);
      store = opened;
    }
    return opened;
  }

  private Core core() {
    Core opened = core;
    if (opened == null) {
      opened = Core.open(store(), config, beans());
      core = opened;
    }
    return opened;
  }

  @Override
  public void close() {
    if (core != null) {
      core.close();
    } else if (beans != null) {
      beans.close();
    }
    if (store != null) {
      store.close();
    }
  }
}
