package dev.ashlar.identity.login;

import dev.ashlar.identity.password.PasswordRules;
import dev.ashlar.identity.password.PasswordSettings;
import dev.ashlar.identity.password.ThrottleSettings;
import dev.ashlar.identity.password.ThrottleSettings.Limit;
import dev.ashlar.identity.token.KeyRotation;
import dev.ashlar.identity.token.RefreshSettings;
import dev.ashlar.identity.token.TokenSettings;
import dev.ashlar.runtime.config.Secret;
import dev.ashlar.runtime.config.Section;
import dev.ashlar.runtime.config.SettingsType;
import java.time.Duration;
import java.util.Optional;

/// How users register and log in.
///
/// @param tokens what access tokens say and how long they hold
/// @param rotation when the keys that sign them follow one another
/// @param refresh how long logins last
/// @param passwords how passwords are hashed
/// @param rules which passwords are accepted
/// @param logins how the guessing of passwords is slowed down
/// @param registrations how registering is slowed down
/// @param registration whether everybody may register
/// @param remembered how many tokens and how many users a node remembers
/// @param rootKey the key whose bearer may do everything; none lets nobody
public record IdentitySettings(
    TokenSettings tokens,
    KeyRotation rotation,
    RefreshSettings refresh,
    PasswordSettings passwords,
    PasswordRules rules,
    ThrottleSettings logins,
    ThrottleSettings registrations,
    boolean registration,
    int remembered,
    Optional<Secret> rootKey) {
  /// Reads `ashlar.auth.*`; the root key is `ASHLAR_ROOT_KEY` in the environment too.
  public static final SettingsType<IdentitySettings> TYPE =
      new SettingsType<>(IdentitySettings.class, "ashlar.auth", IdentitySettings::read);

  /// Registering is never undone by a success, so an address may do it often enough for an office.
  private static final ThrottleSettings REGISTRATIONS =
      new ThrottleSettings(
          new Limit(5, Duration.ofSeconds(1), Duration.ofMinutes(1)),
          new Limit(20, Duration.ofSeconds(1), Duration.ofMinutes(15)),
          Duration.ofHours(1),
          50_000);

  private static final int REMEMBERED = 10_000;

  public IdentitySettings {
    if (rootKey.isPresent() && rootKey.get().value().length() < RootKey.SHORTEST) {
      throw new IllegalArgumentException(
          "the root key has %d characters and needs at least %d; make one: openssl rand -hex 32"
              .formatted(rootKey.get().value().length(), RootKey.SHORTEST));
    }
    if (remembered < 1) {
      throw new IllegalArgumentException(
          "at least one token must be remembered, not " + remembered);
    }
    if (rotation.keep().compareTo(tokens.lifetime().plus(tokens.skew())) < 0) {
      throw new IllegalArgumentException(
          "a key must verify as long as its tokens hold, but keep=%s, lifetime=%s and skew=%s"
              .formatted(rotation.keep(), tokens.lifetime(), tokens.skew()));
    }
  }

  /// The defaults: everybody may register, and there is no root key.
  public static IdentitySettings defaults() {
    return new IdentitySettings(
        TokenSettings.of("ashlar", "ashlar"),
        KeyRotation.DEFAULT,
        RefreshSettings.DEFAULT,
        PasswordSettings.defaults(),
        PasswordRules.DEFAULT,
        ThrottleSettings.defaults(),
        REGISTRATIONS,
        true,
        REMEMBERED,
        Optional.empty());
  }

  private static IdentitySettings read(Section in) {
    var defaults = defaults();
    var tokens =
        new TokenSettings(
            in.text("issuer").orElse(defaults.tokens().issuer()),
            in.text("audience").orElse(defaults.tokens().audience()),
            in.duration("token-lifetime").orElse(defaults.tokens().lifetime()),
            defaults.tokens().skew());
    return new IdentitySettings(
        tokens,
        KeyRotation.of(in.duration("key-age").orElse(defaults.rotation().every()), tokens),
        new RefreshSettings(
            in.duration("idle").orElse(defaults.refresh().idle()),
            in.duration("session").orElse(defaults.refresh().session()),
            in.duration("refresh-grace").orElse(defaults.refresh().grace())),
        new PasswordSettings(
            defaults.passwords().cost(),
            in.integer("password-workers", 1, 64).orElse(defaults.passwords().workers()),
            defaults.passwords().maxWaiting()),
        defaults.rules(),
        defaults.logins(),
        defaults.registrations(),
        in.flag("registration").orElse(true),
        in.integer("remembered", 1, 10_000_000).orElse(REMEMBERED),
        in.secret("root-key").from("ASHLAR_ROOT_KEY").optional());
  }
}
