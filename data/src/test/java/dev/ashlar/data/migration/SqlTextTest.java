package dev.ashlar.data.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

/// Where statements end, and where they do not.
final class SqlTextTest {
  private static void splits(String script, String... statements) {
    assertThat(SqlText.statements(script)).containsExactly(statements);
  }

  @Test
  void atSemicolons() {
    splits("a; b ;;\n c", "a", "b", "c");
    splits(" ; -- nothing\n /* at all; */ ");
  }

  @Test
  void notWithinTextsNamesAndComments() {
    splits("SELECT ';', 'it''s;', \";\"; b", "SELECT ';', 'it''s;', \";\"", "b");
    splits("a -- ;\n; b /* ; /* ; */ ; */ c; d", "a -- ;", "b /* ; /* ; */ ; */ c", "d");
    splits("SELECT E'\\';'; b", "SELECT E'\\';'", "b");
    splits("SELECT '\\'; b", "SELECT '\\'", "b");
    splits("SELECT name'; b';c", "SELECT name'; b'", "c");
  }

  @Test
  void notWithinDollarQuotes() {
    splits("DO $$ a; b $$; c", "DO $$ a; b $$", "c");
    splits("DO $x$ a; $$; b $x$; c $1; d", "DO $x$ a; $$; b $x$", "c $1", "d");
  }

  @Test
  void notWithinBodies() {
    String trigger =
        "CREATE TEMP TRIGGER t AFTER INSERT ON x WHEN CASE 1 WHEN 1 THEN 1 END BEGIN\n"
            + "  SELECT CASE WHEN a THEN b END; DELETE FROM \"end\";\nEND";
    splits(trigger + ";\nb", trigger, "b");
    String function =
        "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END";
    splits(function + "; b", function, "b");
    splits(
        "CREATE RULE r AS ON INSERT TO x DO (a; b); c",
        "CREATE RULE r AS ON INSERT TO x DO (a; b)",
        "c");
    splits("BEGIN; a; END; b", "BEGIN", "a", "END", "b");
  }

  @Test
  void commentsStayWithWhatFollows() {
    splits("-- why\na;\n-- what\nb;", "-- why\na", "-- what\nb");
  }

  @Test
  void plainLeavesOutWhiteSpaceAndComments() {
    assertThat(SqlText.plain("CREATE  TABLE \"a b\"( -- x\n \"c\"int)"))
        .isEqualTo("CREATE TABLE \"a b\" ( \"c\" int )");
  }

  @Property(tries = 500)
  void everyTextEnds(@ForAll @CharRange(from = ' ', to = '~') String script) {
    List<String> statements = SqlText.statements(script);

    assertThat(statements).allSatisfy(it -> assertThat(script).contains(it));
  }
}
