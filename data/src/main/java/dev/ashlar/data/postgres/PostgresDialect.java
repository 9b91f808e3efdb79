package dev.ashlar.data.postgres;

import dev.ashlar.data.sql.Dialect;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Match.How;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.value.ValueType;

/// SQL as PostgreSQL writes it.
public final class PostgresDialect implements Dialect {
  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public String place(int number, ValueType type, boolean many) {
    String array = many ? "[]" : "";
    return switch (type.kind()) {
      case UUID -> "$" + number + "::uuid" + array;
      case STRING, ENUM -> "$" + number + "::text" + array;
      case BOOLEAN -> "$" + number + "::boolean" + array;
      case INT -> "$" + number + "::int4" + array;
      case LONG, DURATION -> "$" + number + "::int8" + array;
      case DOUBLE -> "$" + number + "::float8" + array;
      case DECIMAL, INTEGER -> "$" + number + "::numeric" + array;
      case INSTANT -> "$" + number + "::timestamptz" + array;
      case DATE -> "$" + number + "::date" + array;
      case TIME -> "$" + number + "::time" + array;
      case DATE_TIME -> "$" + number + "::timestamp" + array;
      case BYTES -> "$" + number + "::bytea" + array;
      case JSON -> "$" + number + "::text::jsonb" + array;
    };
  }

  @Override
  public String result(String column, ValueType type) {
    return type.kind() == ValueType.Kind.JSON ? "(" + column + ")::text" : column;
  }

  @Override
  public String member(String value, String many, ValueType type) {
    return value + " = ANY(" + many + ")";
  }

  @Override
  public String match(How how, String text, String part) {
    return switch (how) {
      case CONTAINS -> "strpos(%s, %s) > 0".formatted(text, part);
      case STARTS_WITH -> "starts_with(%s, %s)".formatted(text, part);
      case ENDS_WITH -> "right(%s, length(%s)) = %s".formatted(text, part, part);
      case CONTAINS_ANY_CASE ->
          "strpos(lower(%s COLLATE \"C\"), lower(%s COLLATE \"C\")) > 0".formatted(text, part);
    };
  }

  @Override
  public String search(String alias, EntityModel<?> entity, String words) {
    return "%s.\"search\" @@ to_tsquery('simple', replace(%s, ' ', ':* & ') || ':*')"
        .formatted(alias, words);
  }

  /// Ascending puts nulls last and descending first, as PostgreSQL does unasked.
  @Override
  public String order(String value, boolean nullable, Order order) {
    return order.descending() ? value + " DESC" : value;
  }

  @Override
  public String lock(Lock lock, String aliases) {
    return switch (lock) {
      case NONE -> "";
      case SHARE -> " FOR SHARE OF " + aliases;
      case UPDATE -> " FOR NO KEY UPDATE OF " + aliases;
    };
  }

  @Override
  public boolean chainsInserts() {
    return true;
  }

  @Override
  public TopRows topRows() {
    return TopRows.LATERAL;
  }

  @Override
  public String keys(String many, String alias) {
    return "unnest(%s) AS %s(id)".formatted(many, alias);
  }

  @Override
  public String key(String alias) {
    return alias + ".id";
  }
}
