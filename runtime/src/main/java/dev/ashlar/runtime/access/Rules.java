package dev.ashlar.runtime.access;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Always;
import dev.ashlar.model.query.Expr.At;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.RefAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects the rules of one entity. What no rule allows is denied, and what a rule denies no other
/// allows.
///
/// @param <T> the entity
public final class Rules<T> {
  private final EntityModel<T> entity;
  private final List<At> scopes = new ArrayList<>();
  private final List<AccessImage.Rule> allows = new ArrayList<>();
  private final List<AccessImage.Rule> denies = new ArrayList<>();
  private final List<AccessImage.Rule> checks = new ArrayList<>();
  private final Map<Column<?, ?>, AccessImage.FieldRule> fields = new LinkedHashMap<>();

  Rules(EntityModel<T> entity) {
    this.entity = entity;
  }

  /// Says which team a row belongs to: permissions held in that team count for the row.
  public void scope(RefAttribute<?> team) {
    if (!(team.term() instanceof At reference)) {
      throw new IllegalArgumentException(
          "The scope of %s is not a reference of the row; name one, such as Task_.project().team."
              .formatted(entity));
    }
    scopes.add(reference);
  }

  /// Allows something, where a condition holds.
  public When allow(Verb verb, Verb... more) {
    return new When(verbs(verb, more), "", allows);
  }

  /// Allows a named action, where a condition holds.
  public When allowAction(String action) {
    return new When(List.of(Verb.INVOKE), action, allows);
  }

  /// Denies something, whatever allows it, where a condition holds on the row before the write.
  public When deny(Verb verb, Verb... more) {
    return new When(verbs(verb, more), "", denies);
  }

  /// Demands that the row after the write fulfils a condition.
  public void check(Verb verb, Condition condition) {
    checks.add(new AccessImage.Rule(verb, "", condition));
  }

  /// Says who may read and write a column; a column without such a rule follows its row. Whoever
  /// may not read a column in a row cannot write it there either, whatever is said of writing.
  public Field field(Column<T, ?> column) {
    return new Field(column);
  }

  private static List<Verb> verbs(Verb verb, Verb... more) {
    var verbs = new ArrayList<>(List.of(verb));
    verbs.addAll(List.of(more));
    return verbs;
  }

  /// A rule that still lacks its condition.
  public static final class When {
    private final List<Verb> verbs;
    private final String action;
    private final List<AccessImage.Rule> rules;

    private When(List<Verb> verbs, String action, List<AccessImage.Rule> rules) {
      this.verbs = verbs;
      this.action = action;
      this.rules = rules;
    }

    /// Where the condition holds.
    public void when(Condition condition) {
      verbs.forEach(verb -> rules.add(new AccessImage.Rule(verb, action, condition)));
    }

    /// Everywhere.
    public void always() {
      when(Always.TRUE);
    }
  }

  /// The rules of one column.
  public final class Field {
    private final Column<T, ?> column;

    private Field(Column<T, ?> column) {
      this.column = column;
    }

    /// Lets the column be read where the condition holds; elsewhere it is hidden.
    public Field read(Condition condition) {
      var rule = rule();
      fields.put(column, new AccessImage.FieldRule(column, condition, rule.write()));
      return this;
    }

    /// Lets the column be written where the condition holds on the row before the write, of those
    /// who may read it there; of a creation, on the new row.
    public Field write(Condition condition) {
      var rule = rule();
      fields.put(column, new AccessImage.FieldRule(column, rule.read(), condition));
      return this;
    }

    /// Hides the column from everybody, and lets nobody write it through a surface.
    public void internal() {
      read(Always.FALSE).write(Always.FALSE);
    }

    private AccessImage.FieldRule rule() {
      return fields.getOrDefault(
          column, new AccessImage.FieldRule(column, Always.TRUE, Always.TRUE));
    }
  }

  AccessImage.EntityRules image() {
    return new AccessImage.EntityRules(
        entity, scopes, allows, denies, checks, List.copyOf(fields.values()));
  }
}
