/// The immutable description of the records, and the questions and changes that can be asked of
/// them.
@NullMarked
package dev.ashlar.model.query;

import org.jspecify.annotations.NullMarked;
