/// Logback set by code, since reading its XML takes a tenth of the time in which a server starts.
@NullMarked
package dev.ashlar.starter.log;

import org.jspecify.annotations.NullMarked;
