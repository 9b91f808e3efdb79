package dev.ashlar.web.rest;

import org.jspecify.annotations.Nullable;

/// A nested record, kept as JSON.
record Place(String name, @Nullable Integer floor) {}
