/// Tests of tokens.
@NullMarked
package dev.ashlar.identity.token;

import org.jspecify.annotations.NullMarked;
