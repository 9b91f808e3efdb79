package dev.ashlar.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ReportTest {

  private final Contender limit = contender("limit", "postgresql", true);
  private final Contender dearer = contender("dearer", "postgresql", false);
  private final Contender elsewhere = contender("elsewhere", "sqlite", false);

  @Test
  void ratioBelowOneMeansDearerThanTheYardstick() {
    Report report =
        new Report(List.of(round(limit, 2, 2), round(dearer, 2.5, 2.5), round(elsewhere, 1, 0)));

    assertThat(report.markdown())
        .contains("| row | dearer | limit | 0.800 | 0.800 | 1.000 |")
        .doesNotContain("| row | elsewhere | limit");
  }

  @Test
  void figuresAreMediansOfTheRounds() {
    Report report = new Report(List.of(round(limit, 9, 0), round(limit, 2, 0), round(limit, 3, 0)));

    assertThat(report.markdown()).contains("| row | limit | 100 | 5.00 | 3.0000 | 0.0000 |");
  }

  private static Round round(Contender contender, double serverCpu, double databaseCpu) {
    Load.Window window = new Load.Window(1_000, 0, 50_000, 10, 5, 0);
    return new Round(contender, Workload.ROW, window, serverCpu, databaseCpu, 1, 0, 100, false);
  }

  private static Contender contender(String name, String store, boolean yardstick) {
    Properties file = new Properties();
    file.setProperty("store", store);
    file.setProperty("yardstick", Boolean.toString(yardstick));
    return new Contender(name, file);
  }
}
