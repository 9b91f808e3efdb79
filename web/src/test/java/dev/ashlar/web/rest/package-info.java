/// Tests of REST over HTTP, on both databases.
@NullMarked
package dev.ashlar.web.rest;

import org.jspecify.annotations.NullMarked;
