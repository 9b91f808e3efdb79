package dev.ashlar.runtime.operation;

import dev.ashlar.runtime.access.Verb;

/// What is done to a row, as it is written down.
///
/// @param action the action's name, of [Verb#INVOKE]; else empty
record Deed(Verb verb, String action) {
  static final Deed CREATE = new Deed(Verb.CREATE, "");
  static final Deed UPDATE = new Deed(Verb.UPDATE, "");
  static final Deed DELETE = new Deed(Verb.DELETE, "");
  static final Deed RESTORE = new Deed(Verb.RESTORE, "");

  static Deed invoke(String action) {
    return new Deed(Verb.INVOKE, action);
  }
}
