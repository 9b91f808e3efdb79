/// Registers users and logs them in and out, with everything about it kept in the database.
@NullMarked
package dev.ashlar.identity.login;

import org.jspecify.annotations.NullMarked;
