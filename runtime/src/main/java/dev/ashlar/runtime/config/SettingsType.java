package dev.ashlar.runtime.config;

import java.util.function.Function;

/// How a record of settings is read.
///
/// ```java
/// public record MailSettings(String host, int port, Optional<Secret> password) {
///   public static final SettingsType<MailSettings> TYPE =
///       new SettingsType<>(
///           MailSettings.class,
///           "shop.mail",
///           in ->
///               new MailSettings(
///                   in.text("host").required(),
///                   in.integer("port", 1, 65_535).orElse(587),
///                   in.secret("password").optional()));
/// }
/// ```
///
/// @param type the record
/// @param prefix what its settings' names begin with
/// @param read makes the record; an `IllegalArgumentException` of its constructor is told as a
///   fault of the section
public record SettingsType<T>(Class<T> type, String prefix, Function<Section, T> read) {}
