package dev.ashlar.data.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.model.value.ValueType.Kind;
import dev.ashlar.testing.database.DatabaseKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/// Any image leads to any other: afterwards the real tables are as the new image says, and on the
/// way back as the old one does.
final class DeltaPropertyTest {
  private static final List<MigrationFixture> DATABASES = new ArrayList<>();

  private static synchronized MigrationFixture database(DatabaseKind kind) {
    return DATABASES.stream()
        .filter(it -> it.isPostgres() == (kind == DatabaseKind.POSTGRESQL))
        .findFirst()
        .orElseGet(
            () -> {
              var opened = new MigrationFixture(kind);
              DATABASES.add(opened);
              return opened;
            });
  }

  @AfterContainer
  static void close() {
    DATABASES.forEach(MigrationFixture::close);
  }

  @Property(tries = 40)
  void postgres(@ForAll("images") SchemaImage from, @ForAll("images") SchemaImage to) {
    thereAndBack(database(DatabaseKind.POSTGRESQL), from, to);
  }

  @Property(tries = 60)
  void sqlite(@ForAll("images") SchemaImage from, @ForAll("images") SchemaImage to) {
    thereAndBack(database(DatabaseKind.SQLITE), from, to);
  }

  @Property(tries = 300)
  void jsonGivesTheImageBack(@ForAll("images") SchemaImage image) {
    assertThat(SchemaImage.parse(image.json())).isEqualTo(image);
    assertThat(SchemaImage.parse(image.json()).json()).isEqualTo(image.json());
  }

  @Property(tries = 300)
  void anImageDoesNotDifferFromItself(@ForAll("images") SchemaImage image) {
    assertThat(SchemaDelta.between(image, image).changes()).isEmpty();
  }

  @Example
  void samplesDiffer() {
    var images = new ArrayList<SchemaImage>();
    for (long seed = 0; seed < 20; seed++) {
      images.add(new RandomImage(new Random(seed)).make());
    }
    assertThat(images.stream().distinct().count()).isGreaterThan(15);
    assertThat(images).anyMatch(image -> image.tables().size() > 2);
  }

  private static void thereAndBack(MigrationFixture it, SchemaImage from, SchemaImage to) {
    var create = SchemaDelta.between(SchemaImage.EMPTY, from);
    var change = SchemaDelta.between(from, to);
    run(it, create, SchemaSql.Way.UP);
    assertThat(drift(it, from)).as("after creating").isEmpty();
    run(it, change, SchemaSql.Way.UP);
    assertThat(drift(it, to)).as("after changing").isEmpty();
    run(it, change.inverse(), SchemaSql.Way.DOWN);
    assertThat(drift(it, from)).as("after going back").isEmpty();
    run(it, create.inverse(), SchemaSql.Way.DOWN);
    for (var table : from.tables()) {
      assertThat(drift(it, from)).contains("Table " + table.name() + " is missing.");
    }
  }

  private static List<String> drift(MigrationFixture it, SchemaImage image) {
    return new Drift(it.driver(), SchemaSql.of(it.dialect())).from(image);
  }

  private static void run(MigrationFixture it, SchemaDelta delta, SchemaSql.Way way) {
    String script = SchemaSql.of(it.dialect()).script(delta, way);
    var session = Waiting.on(it.driver().begin(dev.ashlar.data.driver.Driver.Mode.WRITE));
    try {
      new ScriptRun(session, new MigrationId("any", "any"), "script").run(script);
    } catch (RuntimeException e) {
      Waiting.on(session.rollback());
      throw e;
    }
    Waiting.on(session.commit());
  }

  @Provide
  Arbitrary<SchemaImage> images() {
    return Arbitraries.randoms().map(random -> new RandomImage(random).make());
  }

  /// Few names and many choices, so that two images have much in common.
  private static final class RandomImage {
    private static final List<String> TABLES = List.of("apples", "before", "cities", "dogs");
    private static final List<String> COLUMNS = List.of("name", "order", "size", "text", "user");
    private static final List<Kind> KINDS =
        List.of(
            Kind.STRING,
            Kind.ENUM,
            Kind.INT,
            Kind.LONG,
            Kind.DECIMAL,
            Kind.INTEGER,
            Kind.DOUBLE,
            Kind.BYTES,
            Kind.JSON,
            Kind.INSTANT);

    private final Random random;

    private RandomImage(Random random) {
      this.random = random;
    }

    private SchemaImage make() {
      var names = TABLES.stream().filter(_ -> random.nextInt(4) > 0).toList();
      // A record that another table had before is renamed, as far as both tables are not there.
      var entities = new ArrayList<>(List.of("One", "Two", "Three", "Four"));
      Collections.shuffle(entities, random);
      var tables = new ArrayList<TableBuilder>();
      for (String name : names) {
        tables.add(table(name, entities.removeLast(), names));
      }
      return TableBuilder.image(tables.toArray(TableBuilder[]::new));
    }

    private TableBuilder table(String name, String entity, List<String> names) {
      var table = TableBuilder.table(name, entity);
      var chosen = COLUMNS.stream().filter(_ -> random.nextBoolean()).toList();
      var former = new ArrayList<>(COLUMNS);
      former.removeAll(chosen);
      var texts = new ArrayList<String>();
      var plain = new ArrayList<String>();
      for (String column : chosen) {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        if (!former.isEmpty() && random.nextInt(3) == 0) {
          table.renamed(column, former.removeLast(), kind, random.nextBoolean(), rules(kind));
        } else {
          table.column(column, kind, random.nextBoolean(), rules(kind));
        }
        plain.add(column);
        if (kind == Kind.STRING) {
          texts.add(column);
        }
      }
      for (String target : names) {
        if (random.nextInt(3) == 0) {
          table.reference(target + "_id", target, random.nextBoolean());
        }
      }
      keys(table, plain);
      if (!texts.isEmpty() && random.nextBoolean()) {
        table.search(texts.toArray(String[]::new));
      }
      return table;
    }

    private void keys(TableBuilder table, List<String> columns) {
      if (columns.isEmpty()) {
        return;
      }
      if (random.nextBoolean()) {
        table.unique(columns.getFirst());
      }
      if (random.nextBoolean()) {
        table.index("-" + columns.getLast());
      }
    }

    private Rule[] rules(Kind kind) {
      if (kind == Kind.ENUM) {
        return new Rule[] {
          new Rule.OneOf(random.nextBoolean() ? List.of("A", "B") : List.of("B", "C's"))
        };
      }
      if (random.nextBoolean()) {
        return new Rule[0];
      }
      return switch (kind) {
        case STRING -> new Rule[] {new Rule.NotBlank(), new Rule.Size(1, 1 + random.nextInt(2))};
        case BYTES, JSON -> new Rule[] {new Rule.Size(0, 9)};
        case INT, LONG, DECIMAL, INTEGER, DOUBLE ->
            new Rule[] {
              new Rule.Min(new BigDecimal("-5"), random.nextBoolean()),
              new Rule.Max(BigDecimal.valueOf(random.nextInt(3)), true),
              new Rule.Digits(3, 2)
            };
        case UUID, BOOLEAN, ENUM, INSTANT, DATE, TIME, DATE_TIME, DURATION -> new Rule[0];
      };
    }
  }
}
