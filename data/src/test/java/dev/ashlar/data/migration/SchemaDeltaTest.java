package dev.ashlar.data.migration;

import static dev.ashlar.data.migration.TableBuilder.image;
import static dev.ashlar.data.migration.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.data.migration.SchemaDelta.Doubt;
import dev.ashlar.model.value.ValueType.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What differs between two images, and what is asked about it.
final class SchemaDeltaTest {
  private static final SchemaImage NOTES =
      image(table("notes", "Note").column("text", Kind.STRING, false));

  private static List<String> texts(SchemaImage from, SchemaImage to) {
    return SchemaDelta.between(from, to).changes().stream().map(Change::text).toList();
  }

  @Test
  void renamesTakeTheirKeysAlong() {
    var from =
        image(
            table("notes", "Note").column("text", Kind.STRING, false, new Rule.NotBlank()),
            table("pages", "Page").reference("note_id", "notes", false));
    var to =
        image(
            table("entries", "Entry")
                .was("Note")
                .renamed("body", "text", Kind.STRING, false, new Rule.NotBlank()),
            table("pages", "Page").reference("note_id", "entries", false));

    assertThat(texts(from, to))
        .containsExactly(
            "rename table notes to entries",
            "rename column entries.text to body",
            "rename primary-key notes_pk to entries_pk",
            "rename check notes_text_check_not_blank to entries_body_check_not_blank");
    assertThat(SchemaDelta.between(from, to).risks()).isEmpty();
    assertThat(SchemaDelta.between(from, to).inverse().changes().stream().map(Change::text))
        .containsExactly(
            "rename table entries to notes",
            "rename column notes.body to text",
            "rename primary-key entries_pk to notes_pk",
            "rename check entries_body_check_not_blank to notes_text_check_not_blank");
  }

  @Test
  void aTableFollowsItsRecord() {
    assertThat(texts(NOTES, image(table("memos", "Note").column("text", Kind.STRING, false))))
        .containsExactly("rename table notes to memos", "rename primary-key notes_pk to memos_pk");
  }

  @Test
  void aRenameThatWasDoneIsNotDoneAgain() {
    var renamed = image(table("notes", "Note").renamed("body", "text", Kind.STRING, false));
    var again =
        image(
            table("notes", "Note")
                .renamed("body", "text", Kind.STRING, false)
                .column("text", Kind.STRING, true));

    assertThat(texts(renamed, renamed)).isEmpty();
    assertThat(texts(renamed, again)).containsExactly("add column notes.text");
  }

  @Test
  void aRenameOfWhatIsStillThereIsAmbiguous() {
    var column =
        image(
            table("notes", "Note")
                .column("text", Kind.STRING, false)
                .renamed("body", "text", Kind.STRING, false));
    var twice =
        image(
            table("notes", "Note")
                .renamed("one", "text", Kind.STRING, false)
                .renamed("other", "text", Kind.STRING, false));
    var entity =
        image(
            table("entries", "Entry").was("Note"),
            table("notes", "Note").column("text", Kind.STRING, false));

    assertThatThrownBy(() -> SchemaDelta.between(NOTES, column))
        .isInstanceOf(MigrationException.Ambiguous.class)
        .hasMessageContaining(
            "Note.body says @Was(\"text\"), but the column \"text\" is still there");
    assertThatThrownBy(() -> SchemaDelta.between(NOTES, twice))
        .isInstanceOf(MigrationException.Ambiguous.class)
        .hasMessageContaining("Both \"one\" and \"other\" say that they were \"text\"");
    assertThatThrownBy(() -> SchemaDelta.between(NOTES, entity))
        .isInstanceOf(MigrationException.Ambiguous.class)
        .hasMessageContaining("the table \"notes\" of Note is still there");
  }

  @Test
  void dropsThatMayBeRenamesAreDoubted() {
    var column = image(table("notes", "Note").column("body", Kind.STRING, false));
    var number = image(table("notes", "Note").column("body", Kind.INT, false));
    var entity = image(table("memos", "Memo").column("text", Kind.STRING, false));

    assertThat(SchemaDelta.between(NOTES, column).doubts())
        .extracting(Doubt::dropped)
        .containsExactly("notes.text");
    assertThat(SchemaDelta.between(NOTES, number).doubts()).isEmpty();
    assertThat(SchemaDelta.between(NOTES, entity).doubts())
        .extracting(Doubt::dropped)
        .containsExactly("notes");
  }

  @Test
  void aTypeThatCannotBeConvertedIsDroppedAndAdded() {
    var from = image(table("notes", "Note").column("text", Kind.STRING, false).unique("text"));
    var to = image(table("notes", "Note").column("text", Kind.INSTANT, false).unique("text"));

    assertThat(texts(from, to))
        .containsExactly(
            "drop unique notes_text_unique",
            "drop column notes.text",
            "add column notes.text",
            "add unique notes_text_unique");
    assertThat(SchemaDelta.between(from, to).risks())
        .extracting(Risk::step)
        .containsExactly("drop-column notes.text", "add-required notes.text");
  }

  @Test
  void widerRulesNeedNoApproval() {
    var narrow = new Rule[] {new Rule.Size(1, 5), new Rule.NotBlank()};
    var wide = new Rule[] {new Rule.Size(0, 9), new Rule.NotBlank()};
    var from = image(table("notes", "Note").column("text", Kind.STRING, false, narrow));
    var to = image(table("notes", "Note").column("text", Kind.STRING, false, wide));

    assertThat(SchemaDelta.between(from, to).risks()).isEmpty();
    assertThat(SchemaDelta.between(to, from).risks())
        .extracting(Risk::step)
        .containsExactly("add-check notes_text_check_size");
  }

  @Test
  void rulesKnowWhatTheyAllow() {
    var five = new BigDecimal("5");
    var six = new BigDecimal("6.0");

    assertThat(new Rule.Min(five, true).allowsAllOf(new Rule.Min(five, false))).isTrue();
    assertThat(new Rule.Min(five, false).allowsAllOf(new Rule.Min(five, true))).isFalse();
    assertThat(new Rule.Min(five, false).allowsAllOf(new Rule.Min(six, true))).isTrue();
    assertThat(new Rule.Max(five, true).allowsAllOf(new Rule.Max(six, false))).isFalse();
    assertThat(new Rule.Max(six, false).allowsAllOf(new Rule.Max(five, true))).isTrue();
    assertThat(new Rule.Digits(3, 2).allowsAllOf(new Rule.Digits(3, 3))).isFalse();
    assertThat(new Rule.OneOf(List.of("A", "B")).allowsAllOf(new Rule.OneOf(List.of("B"))))
        .isTrue();
    assertThat(new Rule.OneOf(List.of("A")).allowsAllOf(new Rule.NotBlank())).isFalse();
  }

  @Test
  void aPrimaryKeyIsNotExchanged() {
    var other =
        new SchemaImage(
            NOTES.tables().stream()
                .map(
                    it ->
                        new SchemaImage.Table(
                            it.name(),
                            it.entity(),
                            "text",
                            it.columns(),
                            it.foreignKeys(),
                            it.uniques(),
                            it.indexes(),
                            it.checks(),
                            it.searchable(),
                            Optional.empty()))
                .toList());

    assertThatThrownBy(() -> SchemaDelta.between(NOTES, other))
        .isInstanceOf(MigrationException.Ambiguous.class)
        .hasMessageContaining("The primary key of Note was \"id\" and would be \"text\"");
  }
}
