package dev.ashlar.runtime.spi;

import dev.ashlar.data.migration.Migrations;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.config.Config;
import dev.ashlar.runtime.seed.Seeds;
import java.nio.file.Path;
import java.util.List;

/// An application as its commands see it: everything but the server. What a command does not ask
/// for is not opened.
public interface Application {
  /// Its name, such as `tasks`.
  String name();

  /// Its version; `unknown` where it does not run from a jar that says one.
  String version();

  /// Its settings.
  Config config();

  /// Its modules, those that others stand on first.
  List<Module> modules();

  /// Its migrations on its database.
  Migrations migrations();

  /// Its engine, whether or not the tables are as the records ask for.
  Engine engine();

  /// The folder of its sources that has the folder `migrations`.
  Path sources();

  /// Its seeds.
  Seeds seeds();
}
