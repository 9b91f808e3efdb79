package dev.ashlar.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ReportTest {

  private final Contender limit = contender("limit", "postgresql", true);
  private final Contender dearer = contender("dearer", "postgresql", false);
  private final Contender elsewhere = contender("elsewhere", "sqlite", false);

  private final List<Round> rounds = new ArrayList<>();

  @Test
  void ratioBelowOneMeansDearerThanTheYardstick() {
    round(limit, 1, 2, 2);
    round(dearer, 1, 2.5, 2.5);
    round(elsewhere, 1, 1, 0);

    assertThat(markdown())
        .contains(
            "| row | dearer | limit | 0.800 (0.800–0.800) | 0.800 (0.800–0.800) | 1.000 (1.000–1.000) |  |")
        .doesNotContain("| row | elsewhere | limit");
  }

  /// In the first round both were slow; the medians of each apart would give 4 / 5.
  @Test
  void ratiosAreTakenRoundByRound() {
    round(limit, 1, 8, 0);
    round(dearer, 1, 10, 0);
    round(limit, 2, 4, 0);
    round(dearer, 2, 8, 0);
    round(limit, 3, 1, 0);
    round(dearer, 3, 5, 0);

    assertThat(markdown()).contains("| row | dearer | limit | 0.500 (0.200–0.800) |");
  }

  @Test
  void figuresAreMediansOfTheRounds() {
    round(limit, 1, 9, 0);
    round(limit, 2, 2, 0);
    round(limit, 3, 3, 0);

    assertThat(markdown()).contains("| limit | 100 | 5.00 | 3.0000 | 0.0000 | 80 | – | – |");
  }

  @Test
  void theSummaryHasTheRatioToTheYardstick() {
    round(limit, 1, 2, 2);
    round(dearer, 1, 4, 1);

    assertThat(markdown())
        .contains(
            "| dearer | 100 | 5.00 | 4.0000 | 1.0000 | 80 | 0.500 (0.500–0.500) | 0.800 (0.800–0.800) |");
  }

  @Test
  void whatWasDisturbedOrHadNotSettledIsMarkedBesideTheRatio() {
    round(limit, 1, 2, 2);
    round(dearer, 1, 2, 2);
    rounds.add(new Round(limit, Workload.ROW, 2, window(), use(2, 2), true, true));
    rounds.add(new Round(dearer, Workload.ROW, 2, window(), use(2, 2), false, false));

    assertThat(markdown())
        .contains("| dearer not steady; 1 of 2 rounds disturbed |")
        .contains("| limit ! |")
        .contains("| dearer ! |");
  }

  private String markdown() {
    return new Report(List.of(), rounds).markdown();
  }

  private void round(Contender contender, int number, double serverCpu, double databaseCpu) {
    rounds.add(
        new Round(
            contender, Workload.ROW, number, window(), use(serverCpu, databaseCpu), true, false));
  }

  private static Load.Window window() {
    return new Load.Window(1_000, 0, 50_000, 10, 5, 0);
  }

  private static Round.Use use(double serverCpu, double databaseCpu) {
    return new Round.Use(serverCpu, databaseCpu, 1, 0, 80);
  }

  private static Contender contender(String name, String store, boolean yardstick) {
    Properties file = new Properties();
    file.setProperty("store", store);
    file.setProperty("yardstick", Boolean.toString(yardstick));
    return new Contender(name, file);
  }
}
