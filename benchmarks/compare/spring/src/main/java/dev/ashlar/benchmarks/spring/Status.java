package dev.ashlar.benchmarks.spring;

public enum Status {
  OPEN,
  IN_PROGRESS,
  DONE,
  ARCHIVED
}
