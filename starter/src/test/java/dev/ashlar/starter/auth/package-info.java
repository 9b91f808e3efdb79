/// What is held of logging in over HTTP.
@NullMarked
package dev.ashlar.starter.auth;

import org.jspecify.annotations.NullMarked;
