package dev.ashlar.benchmarks.jmh;

import dev.ashlar.runtime.access.Policy;
import dev.ashlar.runtime.access.Rules;
import dev.ashlar.runtime.access.Verb;

/// Read in a crew, or as the author; the estimate with a permission of its own.
final class TicketPolicy implements Policy<Ticket> {
  @Override
  public void rules(Rules<Ticket> r) {
    r.scope(Ticket_.crew);
    r.allow(Verb.READ).when(can("tickets:read").or(Ticket_.author.eq(actor())));
    r.field(Ticket_.estimate).read(can("tickets:estimates"));
  }
}
