package dev.ashlar.model.value;

/// Says where JSON input does not fit the type it is read into, and what was expected there.
public final class JsonMismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String pointer;

  /// @param pointer a JSON Pointer (RFC 6901) from the value being read to the fault
  /// @param message what was expected and what was found
  public JsonMismatch(String pointer, String message) {
    super(message);
    this.pointer = pointer;
  }

  /// A JSON Pointer (RFC 6901) from the value being read to the fault.
  public String pointer() {
    return pointer;
  }

  /// The same fault seen from one level further out.
  public JsonMismatch under(String property) {
    return new JsonMismatch("/" + property + pointer, String.valueOf(getMessage()));
  }
}
