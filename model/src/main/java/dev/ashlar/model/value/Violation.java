package dev.ashlar.model.value;

/// One fault of an input: where, which rule, and what would be right.
///
/// @param pointer a JSON Pointer (RFC 6901) into the input, such as `/title`
/// @param code a stable word for the rule, such as `not_blank`
/// @param message what was found and what is expected
public record Violation(String pointer, String code, String message) {}
