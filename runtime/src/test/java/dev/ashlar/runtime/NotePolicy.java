package dev.ashlar.runtime;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.DELETE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.RESTORE;
import static dev.ashlar.runtime.access.Verb.UPDATE;

import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;

/// Readers see notes, insiders what is hidden in them.
final class NotePolicy implements Policy<Note> {
  @Override
  public void rules(Rules<Note> r) {
    r.allow(READ).when(can("notes:read"));
    r.allow(CREATE, UPDATE, DELETE, RESTORE).when(can("notes:write"));
    r.field(Note_.hidden).read(can("notes:inside")).write(can("notes:inside"));
  }
}
