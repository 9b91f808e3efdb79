package dev.ashlar.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// CPU time and memory as Linux counts them under `/proc`; times in seconds.
final class Cpu {

  private static final double TICKS_PER_SECOND = 100;
  private static final Path PROC = Path.of("/proc");

  private Cpu() {}

  /// The time of one process, without its children's.
  static double process(long pid) {
    return stat(PROC.resolve(Long.toString(pid))).own();
  }

  /// The time of a process and its children, ended ones included as far as it has waited for them:
  /// PostgreSQL's server and its backends.
  static double family(long pid) {
    Stat parent = stat(PROC.resolve(Long.toString(pid)));
    double sum = parent.own() + parent.waitedFor();
    for (Stat stat : all()) {
      if (stat.parent() == pid) {
        sum += stat.own();
      }
    }
    return sum;
  }

  /// The time all programs and the kernel have used, and what the machine lost to its host.
  static double machine() {
    String line = read(PROC.resolve("stat")).lines().findFirst().orElseThrow();
    String[] fields = line.trim().split("\\s+", -1);
    double ticks = 0;
    for (int i : new int[] {1, 2, 3, 6, 7, 8}) {
      ticks += Double.parseDouble(fields[i]);
    }
    return ticks / TICKS_PER_SECOND;
  }

  static double residentMegabytes(long pid) {
    return read(PROC.resolve(pid + "/status"))
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private record Stat(long parent, double own, double waitedFor) {}

  private static List<Stat> all() {
    List<Stat> stats = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path entry : entries) {
        try {
          stats.add(stat(entry));
        } catch (UncheckedIOException ended) {
          // A process that ended since the folder was listed.
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stats;
  }

  private static Stat stat(Path process) {
    String text = read(process.resolve("stat"));
    // The second field is the name in parentheses and may hold spaces.
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
    double own = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    double waitedFor = Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]);
    return new Stat(
        Long.parseLong(fields[1]), own / TICKS_PER_SECOND, waitedFor / TICKS_PER_SECOND);
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
