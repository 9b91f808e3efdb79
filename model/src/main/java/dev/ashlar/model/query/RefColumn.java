package dev.ashlar.model.query;

import dev.ashlar.model.Ref;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column that refers to a row of another entity, or of its own.
///
/// @param <T> the entity
/// @param <R> the entity referred to
public final class RefColumn<T, R> extends Column<T, Ref<R>> implements RefAttribute<R> {
  private final Relation relation;

  /// Called by generated code, once for each component.
  public RefColumn(Class<T> entity, ColumnSpec spec, Function<T, @Nullable Ref<R>> getter) {
    super(entity, spec, getter);
    this.relation =
        Relation.one(entity, spec.component(), spec.target().orElseThrow(), spec.nullable());
  }

  /// The way from a row to the one referred to.
  public Relation relation() {
    return relation;
  }

  @Override
  public RefAttribute<R> at(Path path) {
    return new Located<>(new Expr.At(path, this));
  }

  private record Located<R>(Expr.At term) implements RefAttribute<R> {}
}
