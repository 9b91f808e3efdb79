package dev.ashlar.data.migration;

import dev.ashlar.data.sql.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One reviewed step of a module's schema: its files, as they were read.
///
/// @param id its module and name
/// @param message what it is for
/// @param dependsOn migrations of other modules that must have run before
/// @param approved the steps that were approved
/// @param image the fingerprint of the image it leads to, if it was made from one
/// @param scripts the SQL by the dialect's name
public record Migration(
    MigrationId id,
    String message,
    List<MigrationId> dependsOn,
    Set<String> approved,
    Optional<String> image,
    Map<String, Script> scripts) {

  /// The SQL for one database.
  ///
  /// @param up the way on
  /// @param down the way back; blank when there is none
  public record Script(String up, String down) {
    public Script {
      // A checkout may change how lines end; what they say stays.
      up = up.replace("\r\n", "\n");
      down = down.replace("\r\n", "\n");
    }

    /// What an applied migration is known by: the way back may still be mended.
    public String checksum() {
      return Names.sha256(up);
    }

    /// The steps of the way on that ask for approval, in their order.
    public List<Step> needsApproval() {
      return marked(up, ScriptText.NEEDS_APPROVAL);
    }

    /// The steps of the way back that lose data.
    public List<Step> losesData() {
      return marked(down, ScriptText.LOSES_DATA);
    }

    private static List<Step> marked(String script, String mark) {
      return script
          .lines()
          .filter(line -> line.startsWith(mark))
          .map(line -> Step.parse(line.substring(mark.length())))
          .toList();
    }
  }

  /// A step that asks for a decision, as its script says.
  ///
  /// @param words what is done to what, such as `drop-column tasks.headline`
  /// @param why what can go wrong
  public record Step(String words, String why) {
    private static Step parse(String text) {
      int colon = text.indexOf(": ");
      return colon < 0
          ? new Step(text.strip(), "")
          : new Step(text.substring(0, colon), text.substring(colon + 2));
    }
  }

  public Migration {
    dependsOn = List.copyOf(dependsOn);
    approved = Set.copyOf(approved);
    scripts = Map.copyOf(scripts);
  }

  /// The SQL for a dialect.
  ///
  /// @throws MigrationException.Malformed when there is none
  public Script script(Dialect dialect) {
    Script script = scripts.get(dialect.name());
    if (script == null) {
      throw new MigrationException.Malformed(
          "Migration %s has no SQL for %s; it has %s. Add %s.up.sql and %s.down.sql."
              .formatted(
                  id,
                  dialect.name(),
                  scripts.keySet().stream().sorted().toList(),
                  dialect.name(),
                  dialect.name()));
    }
    return script;
  }

  /// The steps that must be approved before it can run there.
  public List<Step> unapproved(Dialect dialect) {
    return script(dialect).needsApproval().stream()
        .filter(step -> !approved.contains(step.words()))
        .toList();
  }
}
