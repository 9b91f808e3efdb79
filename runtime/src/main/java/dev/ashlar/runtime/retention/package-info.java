/// How long the framework's own rows are kept, and what deletes them afterwards.
@NullMarked
package dev.ashlar.runtime.retention;

import org.jspecify.annotations.NullMarked;
