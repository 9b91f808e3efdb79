package dev.ashlar.examples.tasks;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.DELETE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.UPDATE;

import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import jakarta.inject.Singleton;

/// Everybody speaks for herself; moderators may change and remove what others said.
@Singleton
public final class CommentPolicy implements Policy<Comment> {
  @Override
  public void rules(Rules<Comment> r) {
    var own = can("comments:write").and(Comment_.author.is(actor()));
    r.scope(Comment_.task().project().team);
    r.allow(READ).when(can("comments:read"));
    r.allow(CREATE).when(own);
    r.allow(UPDATE, DELETE).when(can("comments:moderate").or(own));
    r.check(UPDATE, can("comments:moderate").or(own));
  }
}
