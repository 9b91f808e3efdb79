/// Turns a query into the statements of a database: values lifted out, paths made joins, text
/// written once per shape.
@NullMarked
package dev.ashlar.data.sql;

import org.jspecify.annotations.NullMarked;
