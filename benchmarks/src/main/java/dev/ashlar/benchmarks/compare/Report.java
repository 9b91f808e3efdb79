package dev.ashlar.benchmarks.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What the rounds come to: how they went, the ratios to each yardstick, and a summary of each
/// workload.
final class Report {

  private static final String NONE = "–";

  private static final List<String> COURSE_HEAD =
      List.of(
          "workload",
          "contender",
          "rounds",
          "generator CPU-s/1000",
          "generator busy %",
          "foreign %",
          "body bytes",
          "errors",
          "marks");
  private static final List<String> RATIO_HEAD =
      List.of(
          "workload",
          "contender",
          "yardstick",
          "server CPU",
          "server+database CPU",
          "req/s",
          "marks");
  private static final List<String> SUMMARY_HEAD =
      List.of(
          "contender",
          "req/s",
          "p99 ms",
          "server CPU-s/1000",
          "database CPU-s/1000",
          "RSS MB",
          "ratio server CPU",
          "ratio server+database CPU");

  private static final String RATIO_NOTE =
      "Ratios: what the yardstick needs for a request as a share of what the contender needs, round"
          + " by round; below 1 the contender is dearer. The median, and the least and greatest of"
          + " the rounds.";

  private final List<String> conditions;
  private final List<Round> rounds;

  /// @param conditions what all contenders ran under, line by line
  Report(List<String> conditions, List<Round> rounds) {
    this.conditions = List.copyOf(conditions);
    this.rounds = List.copyOf(rounds);
  }

  /// A round in one line, for those who watch.
  static String line(Round round) {
    return String.format(
        Locale.ROOT,
        "%-17s %-7s %8.0f req/s  p99 %7.2f ms  server %.4f  database %.4f  foreign %.1f%%%s  errors %d",
        round.contender().name(),
        round.workload().key(),
        round.perSecond(),
        round.p99Millis(),
        round.serverPerThousand(),
        round.databasePerThousand(),
        round.foreignPercent(),
        round.disturbed() ? "!" : "",
        round.window().errors());
  }

  String text() {
    return print("", table -> table.text(2), table -> table.text(1));
  }

  String markdown() {
    return print("### ", Table::markdown, Table::markdown);
  }

  private String print(
      String heading, Function<Table, String> detail, Function<Table, String> summary) {
    StringBuilder text = new StringBuilder();
    conditions.forEach(line -> text.append(line).append('\n'));
    text.append('\n').append(detail.apply(new Table(COURSE_HEAD, lines(Report::course))));
    text.append('\n').append(RATIO_NOTE).append("\n\n");
    text.append(detail.apply(new Table(RATIO_HEAD, lines(Report::ratios))));
    for (Workload workload : Workload.values()) {
      List<Results> all = Results.of(workload, rounds);
      if (!all.isEmpty()) {
        text.append('\n').append(heading).append(workload.key()).append("\n\n");
        text.append(summary.apply(new Table(SUMMARY_HEAD, summary(all))));
        if (all.stream().anyMatch(results -> !results.marks(results).isEmpty())) {
          text.append("\n! not steady, or disturbed: see the marks above.\n");
        }
      }
    }
    return text.toString();
  }

  private List<List<String>> lines(Function<List<Results>, List<List<String>>> maker) {
    return Arrays.stream(Workload.values())
        .flatMap(workload -> maker.apply(Results.of(workload, rounds)).stream())
        .toList();
  }

  private static List<List<String>> course(List<Results> all) {
    return all.stream().map(Report::course).toList();
  }

  private static List<String> course(Results results) {
    List<Round> rounds = results.rounds();
    return List.of(
        results.workload().key(),
        results.contender().name(),
        Integer.toString(rounds.size()),
        results.median(4, Round::generatorPerThousand),
        results.median(0, Round::generatorPercent),
        results.median(1, Round::foreignPercent),
        results.median(0, Round::bodyBytes),
        Long.toString(rounds.stream().mapToLong(round -> round.window().errors()).sum()),
        results.marks(results));
  }

  private static List<List<String>> ratios(List<Results> all) {
    List<List<String>> lines = new ArrayList<>();
    for (Results yardstick : all) {
      for (Results results : all) {
        if (results.comparableTo(yardstick)) {
          lines.add(ratio(results, yardstick));
        }
      }
    }
    return lines;
  }

  private static List<String> ratio(Results results, Results yardstick) {
    return List.of(
        results.workload().key(),
        results.contender().name(),
        yardstick.contender().name(),
        results.ratio(yardstick, Round::serverPerThousand).text(),
        results.ratio(yardstick, Round::totalPerThousand).text(),
        yardstick.ratio(results, Round::perSecond).text(),
        results.marks(yardstick));
  }

  /// Each contender's figures, with the ratio to the first yardstick there is for it.
  private static List<List<String>> summary(List<Results> all) {
    List<List<String>> lines = new ArrayList<>();
    for (Results results : all) {
      Optional<Results> yardstick = all.stream().filter(results::comparableTo).findFirst();
      lines.add(
          List.of(
              results.contender().name() + (results.marks(results).isEmpty() ? "" : " !"),
              results.median(0, Round::perSecond),
              results.median(2, Round::p99Millis),
              results.median(4, Round::serverPerThousand),
              results.median(4, Round::databasePerThousand),
              results.median(0, Round::residentMegabytes),
              yardstick.map(it -> results.ratio(it, Round::serverPerThousand).text()).orElse(NONE),
              yardstick.map(it -> results.ratio(it, Round::totalPerThousand).text()).orElse(NONE)));
    }
    return lines;
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
        json.writeNumberField("round", round.number());
        json.writeNumberField("requests", round.window().requests());
        json.writeNumberField("errors", round.window().errors());
        json.writeNumberField("seconds", round.window().seconds());
        json.writeNumberField("p99Millis", round.window().p99Millis());
        json.writeNumberField("bodyBytes", round.window().bytes());
        json.writeNumberField("serverCpuSeconds", round.use().server());
        json.writeNumberField("databaseCpuSeconds", round.use().database());
        json.writeNumberField("generatorCpuSeconds", round.use().generator());
        json.writeNumberField("foreignPercent", round.use().foreignPercent());
        json.writeNumberField("residentMegabytes", round.use().residentMegabytes());
        json.writeBooleanField("steady", round.steady());
        json.writeBooleanField("disturbed", round.disturbed());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    return text + "\n";
  }
}
