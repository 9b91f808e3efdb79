package dev.ashlar.data.sqlite;

import dev.ashlar.data.sql.Dialect;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Match.How;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.value.ValueType;

/// SQL as SQLite writes it. A parameter of many is the text of a JSON array; keys in it are
/// hexadecimal.
public final class SqliteDialect implements Dialect {
  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public String place(int number, ValueType type, boolean many) {
    return "?" + number;
  }

  @Override
  public String result(String column, ValueType type) {
    return column;
  }

  /// An expression has none of its column's collation, by which decimals are kept in order.
  @Override
  public String masked(String column, ValueType type, String visible) {
    String text = Dialect.super.masked(column, type, visible);
    return switch (type.kind()) {
      case DECIMAL, INTEGER -> "(" + text + ") COLLATE ASHLAR_DECIMAL";
      case UUID,
          STRING,
          BOOLEAN,
          INT,
          LONG,
          DOUBLE,
          ENUM,
          INSTANT,
          DATE,
          TIME,
          DATE_TIME,
          DURATION,
          BYTES,
          JSON ->
          text;
    };
  }

  @Override
  public String member(String value, String many, ValueType type) {
    return "%s IN (SELECT %s FROM json_each(%s))".formatted(value, element(type), many);
  }

  private static String element(ValueType type) {
    return switch (type.kind()) {
      case UUID, BYTES -> "unhex(value)";
      case STRING,
          BOOLEAN,
          INT,
          LONG,
          DOUBLE,
          DECIMAL,
          INTEGER,
          ENUM,
          INSTANT,
          DATE,
          TIME,
          DATE_TIME,
          DURATION,
          JSON ->
          "value";
    };
  }

  @Override
  public String match(How how, String text, String part) {
    return switch (how) {
      case CONTAINS -> "instr(%s, %s) > 0".formatted(text, part);
      case STARTS_WITH -> "substr(%s, 1, length(%s)) = %s".formatted(text, part, part);
      case ENDS_WITH ->
          "(%s IS NOT NULL AND (length(%s) = 0 OR substr(%s, -length(%s)) = %s))"
              .formatted(text, part, text, part, part);
      case CONTAINS_ANY_CASE -> "instr(lower(%s), lower(%s)) > 0".formatted(text, part);
    };
  }

  @Override
  public String search(String alias, EntityModel<?> entity, String words) {
    String index = quote(entity.plural() + "_search");
    return "%s.rowid IN (SELECT rowid FROM %s WHERE %s MATCH '\"' || replace(%s, ' ', '\"* \"') || '\"*')"
        .formatted(alias, index, index, words);
  }

  @Override
  public String order(String value, boolean nullable, Order order) {
    if (!nullable) {
      return order.descending() ? value + " DESC" : value;
    }
    return order.descending() ? value + " DESC NULLS FIRST" : value + " NULLS LAST";
  }

  /// There is one writer, so nothing that it reads can change before it is done.
  @Override
  public String lock(Lock lock, String aliases) {
    return "";
  }

  @Override
  public boolean chainsInserts() {
    return false;
  }

  @Override
  public TopRows topRows() {
    return TopRows.CORRELATED;
  }

  @Override
  public String keys(String many, String alias) {
    return "json_each(%s) AS %s".formatted(many, alias);
  }

  @Override
  public String key(String alias) {
    return "unhex(" + alias + ".value)";
  }
}
