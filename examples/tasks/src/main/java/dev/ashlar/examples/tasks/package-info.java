/// The example application: teams, projects, tasks, comments and labels.
@NullMarked
package dev.ashlar.examples.tasks;

import org.jspecify.annotations.NullMarked;
