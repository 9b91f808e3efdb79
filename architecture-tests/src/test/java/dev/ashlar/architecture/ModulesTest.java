package dev.ashlar.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Dependencies go one way: `processor → model ← data ← runtime ← {identity, web, cli, testing}`.
final class ModulesTest {
  private static final String ROOT = "dev.ashlar";

  /// Each module, by the first part of its packages' names, with the modules it stands on directly.
  private static final Map<String, Set<String>> MODULES =
      Map.ofEntries(
          Map.entry("model", Set.of()),
          Map.entry("processor", Set.of("model")),
          Map.entry("data", Set.of("model")),
          Map.entry("runtime", Set.of("data")),
          Map.entry("identity", Set.of("runtime")),
          Map.entry("web", Set.of("runtime")),
          Map.entry("cli", Set.of("runtime")),
          Map.entry("testing", Set.of("runtime")),
          Map.entry("starter", Set.of("identity", "web", "cli")),
          Map.entry("examples", Set.of("starter")),
          Map.entry("benchmarks", Set.of("starter")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/architecture/"))
          .importPackages(ROOT);

  @Test
  void everyModuleIsKnownAndSeen() {
    var seen = CLASSES.stream().map(ModulesTest::module).collect(Collectors.toSet());

    assertThat(seen).isEqualTo(MODULES.keySet());
  }

  @Test
  void modulesKnowOnlyWhatTheyStandOn() {
    var violations =
        CLASSES.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(ModulesTest::isForbidden)
            .map(Dependency::getDescription)
            .toList();

    assertThat(violations).isEmpty();
  }

  @Test
  void packagesAreFreeOfCycles() {
    var written = Sources.ofRepository().writtenFiles();

    // Generated wiring sits in a module's top package and knows the packages below it: left out.
    slices()
        .assignedFrom(new PackageSlices())
        .should()
        .beFreeOfCycles()
        .check(
            CLASSES.that(
                DescribedPredicate.describe(
                    "are written by hand", type -> written.contains(sourceFile(type)))));
  }

  private static boolean isForbidden(Dependency dependency) {
    var target = dependency.getTargetClass().getBaseComponentType();
    return isOurs(target)
        && !foundations(module(dependency.getOriginClass())).contains(module(target));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  private static String module(JavaClass type) {
    var parts = type.getPackageName().split("\\.", -1);
    return parts.length == 2 ? "starter" : parts[2];
  }

  /// The module itself and, transitively, all it stands on.
  private static Set<String> foundations(String module) {
    var all = new TreeSet<String>();
    all.add(module);
    MODULES.getOrDefault(module, Set.of()).forEach(below -> all.addAll(foundations(below)));
    return all;
  }

  private static String sourceFile(JavaClass type) {
    return type.getPackageName()
        + "/"
        + type.getSource().flatMap(source -> source.getFileName()).orElse("");
  }

  /// Every package is a slice of its own.
  private static final class PackageSlices implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return isOurs(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
