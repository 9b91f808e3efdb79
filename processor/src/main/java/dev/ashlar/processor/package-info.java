/// The annotation processor that turns records into typed columns, readers, writers and withers.
@NullMarked
package dev.ashlar.processor;

import org.jspecify.annotations.NullMarked;
