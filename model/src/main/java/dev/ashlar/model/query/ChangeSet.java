package dev.ashlar.model.query;

import dev.ashlar.model.Change;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What a write says of an entity's columns: for each nothing, null, or a value in its stored form.
///
/// Immutable; [#with] and [#without] give another.
public final class ChangeSet {
  private final EntityModel<?> entity;
  private final @Nullable Object[] values;
  private final BitSet present;

  private ChangeSet(EntityModel<?> entity, @Nullable Object[] values, BitSet present) {
    this.entity = entity;
    this.values = values;
    this.present = present;
  }

  /// Says nothing of any column.
  public static ChangeSet of(EntityModel<?> entity) {
    int size = entity.columns().size();
    return new ChangeSet(entity, new @Nullable Object[size], new BitSet(size));
  }

  /// Says everything of an entity record's columns.
  public static <T> ChangeSet of(EntityModel<T> entity, T row) {
    var columns = entity.columns();
    var values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).stored(row);
    }
    var present = new BitSet(values.length);
    present.set(0, values.length);
    return new ChangeSet(entity, values, present);
  }

  /// Collects what is said of an entity's columns, nothing at first.
  public static Builder builder(EntityModel<?> entity) {
    return new Builder(entity);
  }

  /// The entity whose columns they are.
  public EntityModel<?> entity() {
    return entity;
  }

  /// Whether anything is said of a column.
  public boolean has(Column<?, ?> column) {
    return present.get(entity.ordinal(column));
  }

  /// The stored value said of a column; null where it is null or nothing is said.
  public @Nullable Object stored(Column<?, ?> column) {
    return values[entity.ordinal(column)];
  }

  /// Whether nothing is said of any column.
  public boolean empty() {
    return present.isEmpty();
  }

  /// The same, with a stored value or null for one column.
  public ChangeSet with(Column<?, ?> column, @Nullable Object stored) {
    int at = entity.ordinal(column);
    var copy = Arrays.copyOf(values, values.length);
    copy[at] = stored;
    var more = (BitSet) present.clone();
    more.set(at);
    return new ChangeSet(entity, copy, more);
  }

  /// The same, saying nothing of one column.
  public ChangeSet without(Column<?, ?> column) {
    int at = entity.ordinal(column);
    var copy = Arrays.copyOf(values, values.length);
    copy[at] = null;
    var fewer = (BitSet) present.clone();
    fewer.clear(at);
    return new ChangeSet(entity, copy, fewer);
  }

  /// Gives each column that something is said of, with its stored value or null, in the order of
  /// the components.
  public void forEach(BiConsumer<Column<?, ?>, @Nullable Object> action) {
    var columns = entity.columns();
    for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
      action.accept(columns.get(i), values[i]);
    }
  }

  /// Collects what is said of an entity's columns; made and used by one thread.
  public static final class Builder {
    private final EntityModel<?> entity;
    private final @Nullable Object[] values;
    private final BitSet present;

    private Builder(EntityModel<?> entity) {
      this.entity = entity;
      this.values = new @Nullable Object[entity.columns().size()];
      this.present = new BitSet(values.length);
    }

    /// Says a component's value, or null, of a column.
    public Builder set(Column<?, ?> column, @Nullable Object value) {
      int at = entity.ordinal(column);
      values[at] = value == null ? null : Stored.of(column.type(), value);
      present.set(at);
      return this;
    }

    /// Says of a column what a patch says of its component.
    public Builder change(Column<?, ?> column, Change<?> change) {
      return change.present() ? set(column, change.after(null)) : this;
    }

    /// What was said until now.
    public ChangeSet build() {
      return new ChangeSet(entity, Arrays.copyOf(values, values.length), (BitSet) present.clone());
    }
  }
}
