package dev.ashlar.data.migration;

import java.util.List;

/// Something that is not as it should be between models, images, migrations and a database.
///
/// @param text what, and how to mend it
public record Finding(Kind kind, String text) {

  /// What is not as it should be.
  public enum Kind {
    /// The records ask for other tables than the committed image has.
    MODEL_CHANGED,
    /// The committed image is not the one the newest migration leads to.
    IMAGE_STRAYED,
    /// A migration is to come.
    PENDING,
    /// A migration cannot run without approval.
    UNAPPROVED,
    /// A migration that ran was edited.
    EDITED,
    /// A migration ran that the program does not know.
    UNKNOWN,
    /// A real table is not as its image.
    DRIFT
  }

  static void ofModel(History history, SchemaImage model, List<Finding> findings) {
    var delta = SchemaDelta.between(history.image().orElse(SchemaImage.EMPTY), model);
    for (Change change : delta.changes()) {
      findings.add(
          new Finding(
              Kind.MODEL_CHANGED,
              "The records of %s ask to %s, and no migration does. Run `migrate make`."
                  .formatted(history.module(), change.text())));
    }
  }

  static void ofImage(History history, List<Finding> findings) {
    var stated = history.newest().flatMap(Migration::image);
    var actual = history.image().map(SchemaImage::checksum);
    if (!stated.equals(actual)) {
      findings.add(
          new Finding(
              Kind.IMAGE_STRAYED,
              "The image of %s (%s) is not the one its newest migration leads to: two branches may each have made a migration. Keep one, and make the other anew with `migrate make`."
                  .formatted(history.module(), HistoryFiles.IMAGE)));
    }
  }

  static void ofStatus(MigrationStatus status, List<Finding> findings) {
    switch (status.state()) {
      case APPLIED -> {}
      case PENDING ->
          findings.add(
              new Finding(
                  Kind.PENDING,
                  "Migration %s did not run yet. Run `migrate up`.".formatted(status.id())));
      case EDITED ->
          findings.add(
              new Finding(
                  Kind.EDITED,
                  "Migration %s was edited after it ran. Restore its file."
                      .formatted(status.id())));
      case UNKNOWN ->
          findings.add(
              new Finding(
                  Kind.UNKNOWN,
                  "Migration %s ran here, but this program does not know it: a newer one has been here, or a module is missing."
                      .formatted(status.id())));
    }
    for (Migration.Step step : status.unapproved()) {
      findings.add(
          new Finding(
              Kind.UNAPPROVED,
              "Migration %s waits for `approved: %s` in its %s: %s."
                  .formatted(status.id(), step.words(), HistoryFiles.HEADER, step.why())));
    }
  }
}
