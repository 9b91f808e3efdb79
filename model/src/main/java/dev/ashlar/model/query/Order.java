package dev.ashlar.model.query;

/// One key to sort by. Ascending puts nulls last, descending puts them first.
public record Order(Expr.Term term, boolean descending) {}
