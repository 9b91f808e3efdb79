/// Tests of whole applications, as clients and operators meet them.
@NullMarked
package dev.ashlar.starter;

import org.jspecify.annotations.NullMarked;
