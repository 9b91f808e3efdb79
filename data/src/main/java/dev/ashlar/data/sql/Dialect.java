package dev.ashlar.data.sql;

import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Match.How;
import dev.ashlar.model.query.Order;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.value.ValueType;

/// What one database writes otherwise than another. Every method gives SQL text and none ever sees
/// a value.
public interface Dialect {
  /// The database's name in plans, metrics and migrations, such as `postgresql`.
  String name();

  /// The place of a parameter, typed so that the database need not guess.
  ///
  /// @param number counted from 1
  String place(int number, ValueType type, boolean many);

  /// A column as it is read into a result.
  String result(String column, ValueType type);

  /// A column that is hidden in some rows: the column where a condition holds, else null; compared
  /// and sorted as the column itself is.
  default String masked(String column, ValueType type, String visible) {
    return "CASE WHEN %s THEN %s END".formatted(visible, column);
  }

  /// Whether a value is among the many of a parameter.
  String member(String value, String many, ValueType type);

  /// Whether a text has another in it.
  String match(How how, String text, String part);

  /// Whether a row is found by words separated by single spaces, each taken as the beginning of a
  /// word.
  String search(String alias, EntityModel<?> entity, String words);

  /// One key to sort by.
  String order(String value, boolean nullable, Order order);

  /// What stands after a select that locks the rows of some aliases; empty where writers are alone
  /// anyway.
  String lock(Lock lock, String aliases);

  /// Whether inserts that belong together are one statement, rather than several of one
  /// transaction.
  boolean chainsInserts();

  /// Reads the first rows of each of many parents.
  TopRows topRows();

  /// How the first rows of each of many parents are read.
  enum TopRows {
    /// A lateral join from the parents' keys.
    LATERAL,
    /// A join from the parents' keys to the rows whose key a correlated subquery finds.
    CORRELATED
  }

  /// The rows of a parameter of many keys, as a source with one column.
  String keys(String many, String alias);

  /// The key in a row of [#keys].
  String key(String alias);

  /// A name as an identifier.
  default String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// A column of a source.
  default String column(String alias, Column<?, ?> column) {
    return alias + "." + quote(column.sql());
  }
}
