package dev.ashlar.runtime.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.data.Database;
import dev.ashlar.data.Drivers;
import dev.ashlar.data.driver.DatabaseConfig;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Model;
import dev.ashlar.runtime.Contributions;
import dev.ashlar.runtime.Engine;
import dev.ashlar.runtime.Note;
import dev.ashlar.runtime.Note_;
import dev.ashlar.runtime.TestTables;
import dev.ashlar.runtime.operation.UserCode;
import dev.ashlar.testing.database.DatabaseKind;
import dev.ashlar.testing.database.TestDatabase;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SeedsTest {
  private static class Sheets implements Seed {
    @Override
    public void plant(Seeding seeding) {
      var rows = new ArrayList<Note>();
      for (int i = 0; i < 1_200; i++) {
        var at = seeding.now().minusSeconds(i);
        rows.add(
            new Note(
                seeding.id(at),
                seeding.pick(List.of("red", "green", "blue")),
                seeding.random().nextInt(100),
                null,
                1,
                at,
                at,
                null));
      }
      seeding.insertAll(Note_.MODEL, rows);
    }
  }

  private static final class Extra implements Seed {
    @Override
    public List<Class<? extends Seed>> dependsOn() {
      return List.of(Sheets.class);
    }

    @Override
    public void plant(Seeding seeding) {
      var there = UserCode.await(seeding.rows(Note_.MODEL).count(Always.TRUE));
      if (there != 1_200) {
        throw new IllegalStateException("planted too early");
      }
    }
  }

  private static final class Failing implements Seed {
    @Override
    public void plant(Seeding seeding) {
      new Sheets().plant(seeding);
      throw new IllegalStateException("no");
    }
  }

  private static final class Egg implements Seed {
    @Override
    public List<Class<? extends Seed>> dependsOn() {
      return List.of(Hen.class);
    }

    @Override
    public void plant(Seeding seeding) {}
  }

  private static final class Hen implements Seed {
    @Override
    public List<Class<? extends Seed>> dependsOn() {
      return List.of(Egg.class);
    }

    @Override
    public void plant(Seeding seeding) {}
  }

  /// What is in a new database once these seeds were planted, as often as told.
  private static List<Note> planted(DatabaseKind kind, List<List<Seed>> rounds) {
    var vertx = Vertx.vertx();
    try (var test = TestDatabase.create(kind)) {
      var config = DatabaseConfig.of(test.url());
      var database =
          new Database(
              Drivers.open(vertx, config), Drivers.dialect(config), Model.of(List.of(Note_.MODEL)));
      TestTables.create(database, Note_.MODEL);
      var engine = new Engine(database, Contributions.NONE, InstantSource.system());
      try {
        rounds.forEach(seeds -> new Seeds(seeds).plant(engine));
      } catch (IllegalStateException expected) {
        assertThat(expected).hasMessage("no");
      }
      var rows = UserCode.await(engine.unguarded(Note_.MODEL).list(Always.TRUE, Note_.id.asc()));
      UserCode.await(engine.close());
      return rows;
    } finally {
      UserCode.await(vertx.close());
    }
  }

  @ParameterizedTest
  @EnumSource
  void plantsTheSameOnce(DatabaseKind kind) {
    var once = planted(kind, List.of(List.of(new Extra(), new Sheets())));
    var twice = planted(kind, List.of(List.of(new Sheets()), List.of(new Sheets(), new Extra())));

    assertThat(once).hasSize(1_200).isEqualTo(twice);
    assertThat(once.getFirst().id().version()).isEqualTo(7);
    assertThat(once.getFirst().id().variant()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void leavesNothingOfASeedThatFails(DatabaseKind kind) {
    assertThat(planted(kind, List.of(List.of(new Failing())))).isEmpty();
  }

  @Test
  void ordersByDependencies() {
    assertThat(new Seeds(List.of(new Extra(), new Sheets())).names())
        .containsExactly("Sheets", "Extra");
  }

  @Test
  void refusesCirclesAndGaps() {
    assertThatThrownBy(() -> new Seeds(List.of(new Egg(), new Hen())))
        .hasMessageContaining("in a circle: Egg on Hen");
    assertThatThrownBy(() -> new Seeds(List.of(new Extra())))
        .hasMessageContaining("depends on " + Sheets.class.getName() + ", which is not there");
    assertThatThrownBy(() -> new Seeds(List.of(new Sheets(), new Sheets())))
        .hasMessageContaining("both called \"Sheets\"");
  }
}
