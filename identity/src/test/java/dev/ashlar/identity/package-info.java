/// What tests of users and logins share.
@NullMarked
package dev.ashlar.identity;

import org.jspecify.annotations.NullMarked;
