package dev.ashlar.starter;

import dev.ashlar.identity.login.Identity;
import dev.ashlar.identity.login.IdentitySettings;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Model;
import dev.ashlar.runtime.config.Config;
import dev.ashlar.runtime.config.ConfigSource;
import dev.ashlar.runtime.config.SettingsType;
import dev.ashlar.runtime.retention.RetentionSettings;
import dev.ashlar.runtime.spi.Module;
import dev.ashlar.starter.log.LogSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an application says of itself.
///
/// @param name its name, which its own module has too
/// @param version its version; `unknown` where it does not run from a jar that says one
/// @param entities its own records
/// @param modules further modules, between identity's and its own
/// @param settings its own settings
/// @param demo how a visitor of the demonstration begins
public record Parts(
    String name,
    String version,
    List<EntityModel<?>> entities,
    List<Module> modules,
    List<SettingsType<?>> settings,
    Optional<Demo> demo) {
  private static final List<SettingsType<?>> OWN_SETTINGS =
      List.of(
          ApplicationSettings.TYPE,
          DatabaseSettings.TYPE,
          HttpSettings.TYPE,
          LogSettings.TYPE,
          IdentitySettings.TYPE,
          RetentionSettings.TYPE);

  public Parts {
    entities = List.copyOf(entities);
    modules = List.copyOf(modules);
    settings = List.copyOf(settings);
  }

  /// How a visitor of the demonstration begins.
  ///
  /// @param email an account of the demonstration data
  /// @param password its password, which is no secret
  /// @param path what to ask for first
  public record Demo(String email, String password, String path) {}

  /// All modules, those that others stand on first.
  List<Module> allModules() {
    var all = new ArrayList<Module>();
    all.add(Module.FRAMEWORK);
    all.add(new Module("identity", Identity.models()));
    all.addAll(modules);
    if (!entities.isEmpty()) {
      all.add(new Module(name, entities));
    }
    return List.copyOf(all);
  }

  /// The model of all modules.
  Model model() {
    return Model.of(
        allModules().stream().<EntityModel<?>>flatMap(it -> it.entities().stream()).toList());
  }

  /// Reads all settings.
  public Config config(List<ConfigSource> sources) {
    var types = new ArrayList<>(OWN_SETTINGS);
    types.addAll(settings);
    return Config.read(sources, types);
  }
}
