package dev.ashlar.benchmarks.compare;

import java.util.Locale;

/// What is asked of every contender.
enum Workload {
  /// One row by a random id.
  ROW(200),
  /// Twenty rows of a random project, newest first.
  LIST(200),
  /// Twenty projects by name, each with its five newest tasks.
  NESTED(200),
  /// One row written. Last, because it changes the tables.
  INSERT(201);

  private final int status;

  Workload(int status) {
    this.status = status;
  }

  /// The HTTP status of a right answer.
  int status() {
    return status;
  }

  /// The name used in options, contender files and reports.
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Workload of(String key) {
    for (Workload workload : values()) {
      if (workload.key().equals(key)) {
        return workload;
      }
    }
    throw new UsageException(
        "Unknown workload '" + key + "': there are row, list, nested and insert.");
  }
}
