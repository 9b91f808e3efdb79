/// Logging in over HTTP: joins users and logins with the web, neither of which knows the other.
@NullMarked
package dev.ashlar.starter.auth;

import org.jspecify.annotations.NullMarked;
