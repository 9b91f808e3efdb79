/// Tests of the way to PostgreSQL.
@NullMarked
package dev.ashlar.data.postgres;

import org.jspecify.annotations.NullMarked;
