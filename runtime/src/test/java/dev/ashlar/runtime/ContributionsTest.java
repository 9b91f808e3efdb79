package dev.ashlar.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.model.query.Model;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import dev.ashlar.runtime.access.Verb;
import dev.ashlar.runtime.operation.Hook;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ContributionsTest {
  private static final Model MODEL = Model.of(List.of(Note_.MODEL));

  private abstract static class Base<A, E> implements Hook<E> {
    @Override
    public Set<Verb> verbs() {
      return Set.of(Verb.READ);
    }
  }

  private static final class Deep extends Base<String, Note> {}

  private record OpenTo<E>() implements Policy<E> {
    @Override
    public void rules(Rules<E> rules) {}
  }

  private static final class Stray implements Policy<String> {
    @Override
    public void rules(Rules<String> rules) {}
  }

  @Test
  void findsTheEntityThroughBaseClasses() {
    var deep = new Deep();

    var found = Contributions.of(MODEL, List.of(new NotePolicy()), List.of(deep), List.of());

    assertThat(found.hooks()).containsOnlyKeys(Note_.MODEL);
    assertThat(found.hooks().get(Note_.MODEL)).containsExactly(deep);
    assertThat(found.policies()).containsOnlyKeys(Note_.MODEL);
  }

  @Test
  void refusesASecondPolicy() {
    assertThatThrownBy(
            () ->
                Contributions.of(
                    MODEL, List.of(new NotePolicy(), new NotePolicy()), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Note has two policies");
  }

  @Test
  void refusesWhatDoesNotSayItsEntity() {
    assertThatThrownBy(
            () -> Contributions.of(MODEL, List.of(new OpenTo<Note>()), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not say which entity it is for")
        .hasMessageContaining("Policy<YourEntity>");
  }

  @Test
  void refusesWhatIsForNoEntity() {
    assertThatThrownBy(() -> Contributions.of(MODEL, List.of(new Stray()), List.of(), List.of()))
        .hasMessageContaining("java.lang.String is not among the model's entities");
  }
}
