package dev.ashlar.runtime.operation;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.Fetched;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row that was just written, known without reading it again: all its columns, some of them
/// hidden.
record StoredRow(ChangeSet values, BitSet hidden) implements Fetched {
  @Override
  public @Nullable Object value(int position) {
    return hidden.get(position) ? null : values.stored(values.entity().columns().get(position));
  }

  @Override
  public boolean redacted(int position) {
    return hidden.get(position);
  }

  @Override
  public Optional<Fetched> one(int position) {
    throw new IllegalArgumentException("A row just written holds columns alone.");
  }

  @Override
  public List<Fetched> many(int position) {
    throw new IllegalArgumentException("A row just written holds columns alone.");
  }
}
