/// Tests of the package beside them.
@NullMarked
package dev.ashlar.web;

import org.jspecify.annotations.NullMarked;
