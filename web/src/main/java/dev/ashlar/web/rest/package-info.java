/// REST: turns requests for an entity's rows into operations, and their outcomes into answers.
@NullMarked
package dev.ashlar.web.rest;

import org.jspecify.annotations.NullMarked;
