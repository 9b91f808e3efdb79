package dev.ashlar.web.rest;

/// How far a task is.
enum Status {
  OPEN,
  IN_PROGRESS,
  DONE,
  ARCHIVED
}
