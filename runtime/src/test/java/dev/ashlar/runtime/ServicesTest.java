package dev.ashlar.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServicesTest {
  private final List<String> told = new ArrayList<>();

  private final class Telling implements Service {
    private final String name;
    private final int order;

    Telling(String name, int order) {
      this.name = name;
      this.order = order;
    }

    @Override
    public int order() {
      return order;
    }

    @Override
    public void start() {
      told.add("start " + name);
      if (name.equals("broken")) {
        throw new IllegalStateException("it is broken");
      }
    }

    @Override
    public void stop() {
      told.add("stop " + name);
      if (name.equals("stuck")) {
        throw new IllegalStateException("it is stuck");
      }
    }
  }

  @Test
  void startsInOrderAndStopsInTheOpposite() {
    var services = new Services(List.of(new Telling("late", 5), new Telling("early", -5)));

    services.start();
    services.stop();
    services.stop();

    assertThat(told).containsExactly("start early", "start late", "stop late", "stop early");
  }

  @Test
  void stopsThoseStartedWhenOneFails() {
    var services =
        new Services(
            List.of(new Telling("first", 1), new Telling("broken", 2), new Telling("never", 3)));

    assertThatThrownBy(services::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Telling did not start: it is broken");
    assertThat(told).containsExactly("start first", "start broken", "stop first");
  }

  @Test
  void stopsTheRestWhenOneDoesNot() {
    var services = new Services(List.of(new Telling("first", 1), new Telling("stuck", 2)));

    services.start();
    services.stop();

    assertThat(told).containsExactly("start first", "start stuck", "stop stuck", "stop first");
  }
}
