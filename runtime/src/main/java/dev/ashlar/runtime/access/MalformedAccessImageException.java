package dev.ashlar.runtime.access;

import java.io.Serial;

/// An access image is not as it was written, or is of other records.
public final class MalformedAccessImageException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  MalformedAccessImageException(RuntimeException cause) {
    super(
        "An access image cannot be read: %s. Restore the file, or write it anew from the policies."
            .formatted(cause.getMessage()),
        cause);
  }
}
