/// From a query to rows: dialects, compiler, drivers, sessions and migrations.
@NullMarked
package dev.ashlar.data;

import org.jspecify.annotations.NullMarked;
