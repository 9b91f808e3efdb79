package dev.ashlar.examples.tasks;

/// How far a task has come.
public enum Status {
  OPEN,
  IN_PROGRESS,
  DONE,
  ARCHIVED
}
