/// What is held of registering and logging in.
@NullMarked
package dev.ashlar.identity.login;

import org.jspecify.annotations.NullMarked;
