/// Tests of the package beside them.
@NullMarked
package dev.ashlar.web.files;

import org.jspecify.annotations.NullMarked;
