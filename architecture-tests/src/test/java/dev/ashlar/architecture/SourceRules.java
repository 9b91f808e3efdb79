package dev.ashlar.architecture;

import dev.ashlar.architecture.Sources.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What must hold for source files; every rule answers with the violations it found.
final class SourceRules {
  private static final int LONGEST = 500;
  private static final Pattern TYPE =
      Pattern.compile(
          "^((public|final|abstract|sealed|non-sealed) )*(class|interface|record|enum|@interface) .*");
  private static final Pattern REASON = Pattern.compile("^///? ?Long because: \\S.*");
  private static final Pattern SENTENCE = Pattern.compile("^/// \\p{Lu}.*");

  private SourceRules() {}

  /// Every package of a module says in one sentence what it is for, and is `@NullMarked`.
  static List<String> packagesAreDescribed(Sources sources) {
    var packages =
        sources.files().stream()
            .collect(
                Collectors.groupingBy(
                    file -> file.module() + ": " + file.packageName(),
                    TreeMap::new,
                    Collectors.toList()));
    return packages.entrySet().stream()
        .flatMap(
            entry ->
                missingInPackage(entry.getValue()).map(found -> entry.getKey() + found).stream())
        .toList();
  }

  /// A file of more than 500 lines says why, as `// Long because: ...`, above its type.
  static List<String> longFilesHaveReasons(Sources sources) {
    return sources.files().stream()
        .filter(file -> file.lines().size() > LONGEST && !hasReason(file))
        .map(
            file ->
                "%s has %d lines, more than %d: split it, or say above the type `// Long because: ...`"
                    .formatted(file.path(), file.lines().size(), LONGEST))
        .toList();
  }

  private static Optional<String> missingInPackage(List<SourceFile> files) {
    var info = files.stream().filter(SourceFile::isPackageInfo).findFirst();
    if (info.isEmpty()) {
      return Optional.of(" has no package-info.java");
    }
    var lines = info.get().lines();
    if (!lines.contains("@NullMarked")) {
      return Optional.of(" is not @NullMarked in its package-info.java");
    }
    return isSentence(lines)
        ? Optional.empty()
        : Optional.of(" does not begin its package-info.java with a `///` sentence");
  }

  private static boolean isSentence(List<String> lines) {
    var doc =
        lines.stream().takeWhile(line -> line.startsWith("///")).collect(Collectors.joining(" "));
    return SENTENCE.matcher(doc).matches() && doc.contains(".");
  }

  private static boolean hasReason(SourceFile file) {
    return file.lines().stream()
        .takeWhile(line -> !TYPE.matcher(line).matches())
        .anyMatch(line -> REASON.matcher(line).matches());
  }
}
