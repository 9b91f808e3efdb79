package dev.ashlar.runtime.access;

/// What a rule allows or denies to do with a row.
public enum Verb {
  READ,
  CREATE,
  UPDATE,
  DELETE,
  RESTORE,
  INVOKE
}
