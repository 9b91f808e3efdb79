package dev.ashlar.testing.access;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Expr.Any;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Compare.Operator;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Path;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.access.Actor;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What `before(column)` means, by where its rule stands.
final class BeforeInRulesTest {
  private static final Actor ACTOR =
      new Actor(Optional.of(new UUID(2, 2)), "actor", Set.of(), Map.of(), Map.of());

  /// Notes are written while an item is cheap, and prices are seen of open ones.
  private static final class ItemPolicy implements Policy<Item> {
    @Override
    public void rules(Rules<Item> r) {
      r.allow(READ, CREATE, UPDATE).always();
      r.field(Item_.note).write(before(Item_.rank).lt(3));
      r.field(Item_.price).read(before(Item_.open).eq(true));
    }
  }

  private final Access access = Access.of(Map.of(Item_.MODEL, new ItemPolicy()));
  private final Oracle oracle = new Oracle(World.MODEL, access.image(), _ -> List.of());

  private static ChangeSet item(int rank, boolean open) {
    return ChangeSet.of(Item_.MODEL).with(Item_.rank, rank).with(Item_.open, open);
  }

  @Test
  void isTheRowItselfWhereTheRowBeforeTheWriteIsAskedAbout() {
    var shape = access.shape(ACTOR);

    assertThat(shape.writable(Item_.note)).isEqualTo(Item_.rank.lt(3));
    assertThat(shape.readable(Item_.price)).isEqualTo(Item_.open.eq(true));
    assertThat(oracle.writable(ACTOR, UPDATE, item(2, true), Item_.note)).isTrue();
    assertThat(oracle.writable(ACTOR, UPDATE, item(3, true), Item_.note)).isFalse();
    assertThat(oracle.readable(ACTOR, item(1, true), Item_.price)).isTrue();
    assertThat(oracle.readable(ACTOR, item(1, false), Item_.price)).isFalse();
  }

  @Test
  void isBoundWhereTheRowAfterTheWriteIsAskedAbout() {
    Condition bound = access.image().rules(Item_.MODEL).orElseThrow().fields().getLast().read();

    assertThat(access.shape(ACTOR).readableAfter(Item_.price)).isEqualTo(bound);
    assertThat(oracle.readable(ACTOR, Optional.of(item(1, true)), item(1, false), Item_.price))
        .isTrue();
    assertThat(oracle.readable(ACTOR, Optional.of(item(1, false)), item(1, true), Item_.price))
        .isFalse();
  }

  @Test
  void isNothingOfANewRow() {
    assertThat(oracle.writable(ACTOR, CREATE, item(1, true), Item_.note)).isFalse();
    assertThat(oracle.readable(ACTOR, Optional.empty(), item(1, true), Item_.price)).isFalse();
  }

  /// Compares the ranks of an item's marks with its own before.
  private static Condition amongMarks(Policy<Item> policy) {
    var same = new Compare(Operator.EQ, Mark_.rank.term(), policy.before(Item_.rank).term(), false);
    return new Any(
        Path.ROOT,
        World.MODEL.relations(Item_.MODEL).stream()
            .filter(relation -> relation.name().equals("marks"))
            .findFirst()
            .orElseThrow(),
        same,
        false);
  }

  private static Access accessOf(Policy<Item> policy) {
    return Access.of(Map.of(Item_.MODEL, policy));
  }

  @Test
  void isRefusedWithinAListThatTheRowItselfIsAskedAbout() {
    var fields =
        new Policy<Item>() {
          @Override
          public void rules(Rules<Item> r) {
            r.allow(READ).always();
            r.field(Item_.note).write(Item_.open.eq(true).and(amongMarks(this)));
          }
        };
    var denies =
        new Policy<Item>() {
          @Override
          public void rules(Rules<Item> r) {
            r.deny(UPDATE).when(amongMarks(this).not());
          }
        };

    assertThatThrownBy(() -> accessOf(fields))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A rule of Item names before(Item.rank) within any(...)");
    assertThatThrownBy(() -> accessOf(denies)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mayStandWithinAListInAnOutcomesCheck() {
    var checks =
        new Policy<Item>() {
          @Override
          public void rules(Rules<Item> r) {
            r.check(UPDATE, amongMarks(this));
          }
        };

    assertThat(accessOf(checks).shape(ACTOR).checked(Item_.MODEL, UPDATE))
        .isEqualTo(amongMarks(checks));
  }
}
