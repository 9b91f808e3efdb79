/// Tests of the package beside them.
@NullMarked
package dev.ashlar.web.ops;

import org.jspecify.annotations.NullMarked;
