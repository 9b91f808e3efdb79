package dev.ashlar.web.rest;

import static dev.ashlar.runtime.access.Verb.CREATE;
import static dev.ashlar.runtime.access.Verb.DELETE;
import static dev.ashlar.runtime.access.Verb.READ;
import static dev.ashlar.runtime.access.Verb.RESTORE;
import static dev.ashlar.runtime.access.Verb.UPDATE;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import java.util.LinkedHashMap;
import java.util.Map;

/// The rules of the test's entities.
final class Policies {
  private Policies() {}

  static Access access() {
    Map<EntityModel<?>, Policy<?>> policies = new LinkedHashMap<>();
    policies.put(Crew_.MODEL, new OfCrew());
    policies.put(Person_.MODEL, new OfPerson());
    policies.put(Project_.MODEL, new OfProject());
    policies.put(Task_.MODEL, new OfTask());
    policies.put(Comment_.MODEL, new OfComment());
    policies.put(Sample_.MODEL, new OfSample());
    return Access.of(policies);
  }

  private static final class OfCrew implements Policy<Crew> {
    @Override
    public void rules(Rules<Crew> r) {
      r.allow(READ).always();
      r.allow(CREATE, UPDATE, DELETE).when(can("crews:write"));
    }
  }

  private static final class OfPerson implements Policy<Person> {
    @Override
    public void rules(Rules<Person> r) {
      r.scope(Person_.crew);
      r.allow(READ).when(can("people:read"));
      r.allow(CREATE, UPDATE).when(can("people:write"));
      r.field(Person_.secret).internal();
      r.field(Person_.name).read(can("tasks:read"));
    }
  }

  private static final class OfProject implements Policy<Project> {
    @Override
    public void rules(Rules<Project> r) {
      r.scope(Project_.crew);
      r.allow(READ).when(can("tasks:read"));
      r.allow(CREATE, UPDATE, DELETE).when(can("tasks:write"));
    }
  }

  private static final class OfTask implements Policy<Task> {
    @Override
    public void rules(Rules<Task> r) {
      r.scope(Task_.project().crew);
      r.allow(READ).when(can("tasks:read"));
      r.allow(CREATE, UPDATE).when(can("tasks:write"));
      r.allow(DELETE, RESTORE).when(can("tasks:delete"));
      r.allowAction("archive").when(can("tasks:write"));
      r.check(UPDATE, can("tasks:write"));
      r.deny(UPDATE).when(before(Task_.status).eq(Status.ARCHIVED));
      r.field(Task_.estimate).read(can("tasks:estimates")).write(can("tasks:estimates"));
      r.field(Task_.assignee).read(can("tasks:assignees")).write(can("tasks:assignees"));
    }
  }

  private static final class OfComment implements Policy<Comment> {
    @Override
    public void rules(Rules<Comment> r) {
      r.scope(Comment_.task().project().crew);
      r.allow(READ, CREATE).when(can("tasks:read"));
      r.allow(UPDATE, DELETE).when(can("tasks:write"));
    }
  }

  private static final class OfSample implements Policy<Sample> {
    @Override
    public void rules(Rules<Sample> r) {
      r.allow(READ, CREATE, UPDATE, DELETE).when(can("samples:use"));
    }
  }
}
