/// One thing asked, by whom, and one answer: the pipeline that every surface hands its operations
/// to.
@NullMarked
package dev.ashlar.runtime.operation;

import org.jspecify.annotations.NullMarked;
