package dev.ashlar.runtime.config;

import dev.ashlar.runtime.config.ConfigSource.Dotted;
import dev.ashlar.runtime.config.ConfigSource.Variables;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// The places that settings come from, the strongest first.
public final class ConfigSources {
  private static final String PROPERTIES = "application.properties";
  private static final String YAML = "application.yaml";

  private ConfigSources() {}

  /// System properties, the environment, `.env`, then `application.properties` and
  /// `application.yaml`, in the working directory before those on the class path.
  ///
  /// @param folder the working directory
  /// @param loader the class path
  public static List<ConfigSource> standard(Path folder, ClassLoader loader) {
    var sources = new ArrayList<ConfigSource>();
    sources.add(new Dotted("the system properties", texts(System.getProperties())));
    sources.add(new Variables("the environment", System.getenv()));
    file(folder.resolve(".env"), sources);
    file(folder.resolve(PROPERTIES), sources);
    file(folder.resolve(YAML), sources);
    resource(loader, PROPERTIES, sources);
    resource(loader, YAML, sources);
    return List.copyOf(sources);
  }

  private static void file(Path file, List<ConfigSource> sources) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      sources.add(read(file.toString(), reader));
    } catch (IOException e) {
      throw new UncheckedIOException("The settings in " + file + " could not be read.", e);
    }
  }

  private static void resource(ClassLoader loader, String name, List<ConfigSource> sources) {
    try (InputStream stream = loader.getResourceAsStream(name)) {
      if (stream != null) {
        sources.add(
            read(
                name + " on the class path",
                new InputStreamReader(stream, StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The class path's " + name + " could not be read.", e);
    }
  }

  private static ConfigSource read(String place, Reader reader) throws IOException {
    if (place.endsWith(".env")) {
      return new Variables(place, EnvFile.read(place, reader));
    }
    if (place.contains(YAML)) {
      return new Dotted(place, YamlFile.read(place, reader));
    }
    var properties = new Properties();
    properties.load(reader);
    return new Dotted(place, texts(properties));
  }

  private static Map<String, String> texts(Properties properties) {
    var texts = new HashMap<String, String>();
    for (String name : properties.stringPropertyNames()) {
      texts.put(name, properties.getProperty(name));
    }
    return texts;
  }
}
