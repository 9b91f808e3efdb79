package dev.ashlar.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ashlar.runtime.config.ConfigSource.Dotted;
import dev.ashlar.runtime.config.ConfigSource.Variables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigTest {
  private enum Mode {
    FAST,
    VERY_SLOW
  }

  private record Shop(
      String name,
      int port,
      boolean open,
      Duration patience,
      Mode mode,
      List<String> origins,
      Optional<Secret> key,
      Optional<URI> database,
      Path data) {
    Shop {
      if (name.equals("bad")) {
        throw new IllegalArgumentException("A shop cannot be called bad; choose another name.");
      }
    }

    static final SettingsType<Shop> TYPE =
        new SettingsType<>(
            Shop.class,
            "ashlar.shop",
            in ->
                new Shop(
                    in.text("name").required(),
                    in.integer("port", 0, 65_535).from("PORT").orElse(8080),
                    in.flag("open").orElse(true),
                    in.duration("patience").orElse(Duration.ofSeconds(30)),
                    in.choice("mode", Mode.class).orElse(Mode.FAST),
                    in.texts("origins").orElse(List.of()),
                    in.secret("root-key").optional(),
                    in.uri("database-url").from("DATABASE_URL").optional(),
                    in.path("data").orElse(Path.of("data"))));
  }

  private static Config read(ConfigSource... sources) {
    return Config.read(List.of(sources), List.of(Shop.TYPE));
  }

  private static ConfigSource variables(String... namesAndValues) {
    return new Variables("the environment", pairs(namesAndValues));
  }

  private static ConfigSource dotted(String... namesAndValues) {
    return new Dotted("application.properties", pairs(namesAndValues));
  }

  private static Map<String, String> pairs(String... namesAndValues) {
    var pairs = new java.util.HashMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return pairs;
  }

  @Test
  void readsEveryType() {
    var shop =
        read(dotted(
                "ashlar.shop.name", "corner",
                "ashlar.shop.open", "FALSE",
                "ashlar.shop.patience", "500ms",
                "ashlar.shop.mode", "very-slow",
                "ashlar.shop.origins", "https://a.example, https://b.example",
                "ashlar.shop.database-url", "postgresql://u:p@h/db"))
            .get(Shop.TYPE);

    assertThat(shop)
        .isEqualTo(
            new Shop(
                "corner",
                8080,
                false,
                Duration.ofMillis(500),
                Mode.VERY_SLOW,
                List.of("https://a.example", "https://b.example"),
                Optional.empty(),
                Optional.of(URI.create("postgresql://u:p@h/db")),
                Path.of("data")));
  }

  @Test
  void takesTheStrongestSource() {
    var config =
        read(
            variables("ASHLAR_SHOP_NAME", "of the environment"),
            dotted("ashlar.shop.name", "of the file"));

    assertThat(config.get(Shop.TYPE).name()).isEqualTo("of the environment");
  }

  @Test
  void takesAnEmptyVariableForNone() {
    var config = read(variables("ASHLAR_SHOP_NAME", ""), dotted("ashlar.shop.name", "of the file"));

    assertThat(config.get(Shop.TYPE).name()).isEqualTo("of the file");
  }

  @Test
  void knowsTheShortNamesOfTheEnvironment() {
    var config = read(variables("PORT", "0", "ASHLAR_SHOP_NAME", "x"));

    assertThat(config.get(Shop.TYPE).port()).isZero();
  }

  @Test
  void tellsAllFaultsAtOnce() {
    var failure =
        catchThrowableOfType(
            ConfigException.class,
            () ->
                read(
                    variables("PORT", "70000", "ASHLAR_SHOP_MODE", "medium", "ASHLAR_SHIP", "x"),
                    dotted("ashlar.shop.prot", "1")));

    assertThat(failure.faults())
        .containsExactly(
            "ashlar.shop.name: expected a text, found nothing. Set ASHLAR_SHOP_NAME in the environment, or ashlar.shop.name in application.properties.",
            "ashlar.shop.port: expected a whole number from 0 to 65535, found \"70000\" (PORT in the environment). Change it, or remove it.",
            "ashlar.shop.mode: expected one of fast, very-slow, found \"medium\" (ASHLAR_SHOP_MODE in the environment). Change it, or remove it.",
            "ASHLAR_SHIP: no such setting (the environment). Remove it; `config` lists the settings there are.",
            "ashlar.shop.prot: no such setting (application.properties). Did you mean ashlar.shop.port?");
  }

  @Test
  void tellsWhatTheRecordRefuses() {
    assertThatThrownBy(() -> read(dotted("ashlar.shop.name", "bad")))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "A setting is not right:\n  ashlar.shop: A shop cannot be called bad; choose another name.");
  }

  @Test
  void leavesTheLaunchersVariablesAlone() {
    var config = read(variables("ASHLAR_JAVA_ARGS", "-Xmx1g", "ASHLAR_SHOP_NAME", "x"));

    assertThat(config.get(Shop.TYPE).name()).isEqualTo("x");
  }

  @Test
  void neverPrintsSecrets() {
    var config =
        read(
            dotted(
                "ashlar.shop.name", "x",
                "ashlar.shop.root-key", "hunter2",
                "ashlar.shop.database-url", "postgresql://me:hunter2@h/db"));

    assertThat(config.get(Shop.TYPE).key()).hasValue(new Secret("hunter2"));
    assertThat(config.get(Shop.TYPE).key().orElseThrow().toString()).isEqualTo("***");
    assertThat(config.entries().toString()).doesNotContain("hunter2");
    var failure =
        catchThrowableOfType(
            ConfigException.class,
            () ->
                read(
                    dotted(
                        "ashlar.shop.name", "x", "ashlar.shop.database-url", "me:hunter2 oh no")));
    assertThat(failure.getMessage()).contains("database-url").doesNotContain("hunter2");
  }

  @Test
  void refusesSettingsThatWereNotRead() {
    assertThatThrownBy(() -> Config.read(List.of(), List.of()).get(Shop.TYPE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Shop is not among the application's settings");
  }

  @Test
  void readsFilesOfTheWorkingDirectory(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve(".env"),
        "# comment\nexport ASHLAR_SHOP_NAME=\"of dot env\"\nPORT=81 # why\n\n");
    Files.writeString(
        folder.resolve("application.properties"),
        "ashlar.shop.name=of properties\nashlar.shop.open=false\n");
    Files.writeString(
        folder.resolve("application.yaml"),
        """
        ashlar:
          shop:
            name: of yaml
            mode: very-slow
            origins: [one, two]
        """);

    var sources = ConfigSources.standard(folder, getClass().getClassLoader());
    var shop = Config.read(sources.subList(2, sources.size()), List.of(Shop.TYPE)).get(Shop.TYPE);

    assertThat(shop.name()).isEqualTo("of dot env");
    assertThat(shop.port()).isEqualTo(81);
    assertThat(shop.open()).isFalse();
    assertThat(shop.mode()).isEqualTo(Mode.VERY_SLOW);
    assertThat(shop.origins()).containsExactly("one", "two");
  }

  @Test
  void tellsWhereAFileIsMalformed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve(".env"), "A=1\nnonsense\n");

    assertThatThrownBy(() -> ConfigSources.standard(folder, getClass().getClassLoader()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(file + ", line 2: expected NAME=value");
  }
}
