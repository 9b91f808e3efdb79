package dev.ashlar.model.query;

import java.util.List;

/// Says everything that is wrong with a model, all at once.
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param problems what is wrong and how to mend it, a sentence each
  public ModelException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
