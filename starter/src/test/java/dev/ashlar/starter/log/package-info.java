/// Tests of how log entries are written.
@NullMarked
package dev.ashlar.starter.log;

import org.jspecify.annotations.NullMarked;
