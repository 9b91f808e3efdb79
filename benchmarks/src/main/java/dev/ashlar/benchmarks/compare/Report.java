package dev.ashlar.benchmarks.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// The medians of the rounds, and the ratios to each yardstick.
final class Report {

  private static final List<String> HEAD =
      List.of(
          "workload",
          "contender",
          "req/s",
          "p99 ms",
          "server CPU-s/1000",
          "database CPU-s/1000",
          "RSS MB",
          "generator CPU-s/1000",
          "generator busy %",
          "foreign %",
          "body bytes",
          "errors");
  private static final List<String> RATIO_HEAD =
      List.of("workload", "contender", "yardstick", "server CPU", "server+database CPU", "req/s");

  private final List<Round> rounds;

  Report(List<Round> rounds) {
    this.rounds = List.copyOf(rounds);
  }

  /// A round in one line, for those who watch.
  static String line(Round round) {
    return String.format(
        Locale.ROOT,
        "%-17s %-7s %8.0f req/s  p99 %7.2f ms  server %.4f  database %.4f  foreign %.1f%%  errors %d",
        round.contender().name(),
        round.workload().key(),
        round.window().perSecond(),
        round.window().p99Millis(),
        round.serverPerThousand(),
        round.databasePerThousand(),
        round.foreignPercent(),
        round.window().errors());
  }

  String text() {
    return aligned(HEAD, costs()) + "\n" + ratioNote() + "\n\n" + aligned(RATIO_HEAD, ratios());
  }

  String markdown() {
    return piped(HEAD, costs()) + "\n" + ratioNote() + "\n\n" + piped(RATIO_HEAD, ratios());
  }

  /// Every round, for those who want to calculate for themselves.
  String json() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartArray();
      for (Round round : rounds) {
        json.writeStartObject();
        json.writeStringField("contender", round.contender().name());
        json.writeStringField("workload", round.workload().key());
        json.writeNumberField("requests", round.window().requests());
        json.writeNumberField("errors", round.window().errors());
        json.writeNumberField("seconds", round.window().seconds());
        json.writeNumberField("p99Millis", round.window().p99Millis());
        json.writeNumberField("bodyBytes", round.window().bytes());
        json.writeNumberField("serverCpuSeconds", round.serverCpu());
        json.writeNumberField("databaseCpuSeconds", round.databaseCpu());
        json.writeNumberField("generatorCpuSeconds", round.generatorCpu());
        json.writeNumberField("foreignPercent", round.foreignPercent());
        json.writeNumberField("residentMegabytes", round.residentMegabytes());
        json.writeBooleanField("disturbed", round.disturbed());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    return text + "\n";
  }

  private static String ratioNote() {
    return "Ratios: the requests per CPU-second (and per second) of the contender, as a share of"
        + " the yardstick's on the same store.";
  }

  private List<List<String>> costs() {
    List<List<String>> lines = new ArrayList<>();
    for (Workload workload : Workload.values()) {
      for (Contender contender : contenders()) {
        Median median = new Median(workload, contender);
        if (median.present()) {
          lines.add(median.line());
        }
      }
    }
    return lines;
  }

  private List<List<String>> ratios() {
    List<List<String>> lines = new ArrayList<>();
    for (Workload workload : Workload.values()) {
      for (Contender yardstick : contenders()) {
        for (Contender contender : contenders()) {
          Median one = new Median(workload, contender);
          Median other = new Median(workload, yardstick);
          if (comparable(contender, yardstick) && one.present() && other.present()) {
            lines.add(one.ratio(other));
          }
        }
      }
    }
    return lines;
  }

  private static boolean comparable(Contender contender, Contender yardstick) {
    return yardstick.yardstick()
        && !contender.equals(yardstick)
        && contender.store() == yardstick.store();
  }

  private List<Contender> contenders() {
    return rounds.stream().map(Round::contender).distinct().toList();
  }

  /// The median of each figure on its own.
  private final class Median {

    private final Workload workload;
    private final Contender contender;
    private final List<Round> mine;

    Median(Workload workload, Contender contender) {
      this.workload = workload;
      this.contender = contender;
      mine =
          rounds.stream()
              .filter(round -> round.workload() == workload && round.contender().equals(contender))
              .toList();
    }

    boolean present() {
      return !mine.isEmpty();
    }

    List<String> line() {
      boolean disturbed = mine.stream().anyMatch(Round::disturbed);
      return List.of(
          workload.key(),
          contender.name(),
          String.format(Locale.ROOT, "%.0f", of(round -> round.window().perSecond())),
          String.format(Locale.ROOT, "%.2f", of(round -> round.window().p99Millis())),
          String.format(Locale.ROOT, "%.4f", of(Round::serverPerThousand)),
          String.format(Locale.ROOT, "%.4f", of(Round::databasePerThousand)),
          String.format(Locale.ROOT, "%.0f", of(Round::residentMegabytes)),
          String.format(Locale.ROOT, "%.4f", of(Round::generatorPerThousand)),
          String.format(Locale.ROOT, "%.0f", of(Round::generatorPercent)),
          String.format(Locale.ROOT, "%.1f%s", of(Round::foreignPercent), disturbed ? "!" : ""),
          String.format(
              Locale.ROOT,
              "%.0f",
              of(round -> (double) round.window().bytes() / round.window().requests())),
          String.format(
              Locale.ROOT, "%d", mine.stream().mapToLong(round -> round.window().errors()).sum()));
    }

    List<String> ratio(Median yardstick) {
      return List.of(
          workload.key(),
          contender.name(),
          yardstick.contender.name(),
          String.format(
              Locale.ROOT,
              "%.3f",
              yardstick.of(Round::serverPerThousand) / of(Round::serverPerThousand)),
          String.format(
              Locale.ROOT,
              "%.3f",
              yardstick.of(Round::totalPerThousand) / of(Round::totalPerThousand)),
          String.format(
              Locale.ROOT,
              "%.3f",
              of(round -> round.window().perSecond())
                  / yardstick.of(round -> round.window().perSecond())));
    }

    private double of(ToDoubleFunction<Round> figure) {
      double[] sorted = mine.stream().mapToDouble(figure).sorted().toArray();
      int middle = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
  }

  private static String aligned(List<String> head, List<List<String>> lines) {
    int[] widths = new int[head.size()];
    List<List<String>> all = new ArrayList<>(lines);
    all.addFirst(head);
    for (List<String> line : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : all) {
      for (int i = 0; i < widths.length; i++) {
        String alignment = i < 2 ? "-" : "";
        text.append(String.format(Locale.ROOT, "%" + alignment + widths[i] + "s  ", line.get(i)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String piped(List<String> head, List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    text.append("| ").append(String.join(" | ", head)).append(" |\n");
    text.append("|---".repeat(head.size())).append("|\n");
    for (List<String> line : lines) {
      text.append("| ").append(String.join(" | ", line)).append(" |\n");
    }
    return text.toString();
  }
}
