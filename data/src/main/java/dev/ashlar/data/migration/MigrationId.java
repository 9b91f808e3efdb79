package dev.ashlar.data.migration;

/// A migration's name: unique within its module, as its module is within an application.
///
/// @param module such as `identity`
/// @param name such as `0002_add_teams`
public record MigrationId(String module, String name) {
  /// The id that [#toString()] writes.
  ///
  /// @throws IllegalArgumentException when there is no `/` in it
  public static MigrationId parse(String text) {
    int slash = text.indexOf('/');
    if (slash <= 0 || slash == text.length() - 1) {
      throw new IllegalArgumentException(
          "\"%s\" names no migration; write module/name, such as identity/0002_add_teams."
              .formatted(text));
    }
    return new MigrationId(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return module + "/" + name;
  }
}
