package dev.ashlar.cli;

import dev.ashlar.data.Database;
import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.data.migration.History;
import dev.ashlar.data.migration.Migrations;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.ColumnSpec;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.TextColumn;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.Contributions;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.config.Config;
import dev.ashlar.runtime.config.ConfigSource.Dotted;
import dev.ashlar.runtime.config.Secret;
import dev.ashlar.runtime.config.SettingsType;
import dev.ashlar.runtime.operation.UserCode;
import dev.ashlar.runtime.seed.Seed;
import dev.ashlar.runtime.seed.Seeding;
import dev.ashlar.runtime.seed.Seeds;
import dev.ashlar.runtime.spi.Application;
import dev.ashlar.runtime.spi.Module;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// An application with one record, on SQLite.
final class TestApplication implements Application, AutoCloseable {
  record Thing(UUID id, String name) {}

  private static final EntityModel<Thing> THING =
      new EntityModel<>(
          new EntityModel.Spec<>(
              Thing.class,
              "Thing",
              "things",
              List.of(),
              List.of(),
              List.of(),
              Optional.empty(),
              Optional.empty()),
          List.of(
              new Column<>(
                  Thing.class, ColumnSpec.of("id", "id", ValueType.UUID).as(Role.ID), Thing::id),
              new TextColumn<>(
                  Thing.class, ColumnSpec.of("name", "name", ValueType.STRING), Thing::name)),
          row -> new Thing(row.uuid(0), row.string(1)));

  private record Settings(int size, Secret key) {
    static final SettingsType<Settings> TYPE =
        new SettingsType<>(
            Settings.class,
            "shop",
            in -> new Settings(in.integer("size", 1, 9).orElse(3), in.secret("key").required()));
  }

  private static final class Nothing implements Seed {
    @Override
    public void plant(Seeding seeding) {}
  }

  private final Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final Database database;

  TestApplication(Path folder) {
    this.folder = folder;
    var where = DatabaseConfig.of(URI.create("sqlite:" + folder.resolve("test.db")));
    this.database =
        new Database(Drivers.open(vertx, where), Drivers.dialect(where), Model.of(List.of(THING)));
  }

  @Override
  public String name() {
    return "shop";
  }

  @Override
  public String version() {
    return "1.2.3";
  }

  @Override
  public Config config() {
    return Config.read(
        List.of(new Dotted("the test", Map.of("shop.key", "hunter2"))), List.of(Settings.TYPE));
  }

  @Override
  public List<Module> modules() {
    return List.of(Module.FRAMEWORK, new Module("shop", List.of(THING)));
  }

  @Override
  public Migrations migrations() {
    return new Migrations(
        database.driver(),
        database.dialect(),
        List.of(History.load("ashlar", TestApplication.class.getClassLoader())),
        Migrations.Settings.of("shop 1.2.3"));
  }

  @Override
  public Engine engine() {
    return new Engine(database, Contributions.NONE, InstantSource.system());
  }

  @Override
  public Path sources() {
    return folder.resolve("sources");
  }

  @Override
  public Seeds seeds() {
    return new Seeds(List.of(new Nothing()));
  }

  @Override
  public void close() {
    UserCode.await(database.driver().close());
    UserCode.await(vertx.close());
  }
}
