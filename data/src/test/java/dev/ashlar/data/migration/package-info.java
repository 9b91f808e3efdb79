/// Tests of images, deltas, migrations and their history, on every database.
@NullMarked
package dev.ashlar.data.migration;

import org.jspecify.annotations.NullMarked;
