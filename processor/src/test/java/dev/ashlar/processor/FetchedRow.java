package dev.ashlar.processor;

import dev.ashlar.model.query.Fetched;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A fetched row made of values: a list for many rows, an optional for one.
record FetchedRow(List<Object> values, List<Integer> hidden) implements Fetched {
  @Override
  public @Nullable Object value(int position) {
    return redacted(position) ? null : values.get(position);
  }

  @Override
  public boolean redacted(int position) {
    return hidden.contains(position);
  }

  @Override
  public Optional<Fetched> one(int position) {
    return ((Optional<?>) values.get(position)).map(Fetched.class::cast);
  }

  @Override
  public List<Fetched> many(int position) {
    return ((List<?>) values.get(position)).stream().map(Fetched.class::cast).toList();
  }
}
