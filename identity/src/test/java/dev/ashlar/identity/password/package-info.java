/// Tests of passwords.
@NullMarked
package dev.ashlar.identity.password;

import org.jspecify.annotations.NullMarked;
