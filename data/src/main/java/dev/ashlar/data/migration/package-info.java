/// What the tables are, become and were: images of the schema, the deltas between them, migrations
/// as files, and their history in a database.
@NullMarked
package dev.ashlar.data.migration;

import org.jspecify.annotations.NullMarked;
