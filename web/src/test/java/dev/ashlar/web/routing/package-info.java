/// Tests of the package beside them.
@NullMarked
package dev.ashlar.web.routing;

import org.jspecify.annotations.NullMarked;
