package dev.ashlar.model.query;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of text.
///
/// @param <T> the entity
public final class TextColumn<T> extends Column<T, String> implements TextAttribute {
  /// Called by generated code, once for each component.
  public TextColumn(Class<T> entity, ColumnSpec spec, Function<T, @Nullable String> getter) {
    super(entity, spec, getter);
  }

  @Override
  public TextAttribute at(Path path) {
    return new Located(new Expr.At(path, this));
  }

  private record Located(Expr.At term) implements TextAttribute {}
}
