package dev.ashlar.web.rest;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.Relation;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.operation.Actions;
import dev.ashlar.runtime.operation.Pipeline;
import dev.ashlar.web.Route;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The REST surface of a model: routes for every entity that has a policy when the surface is made.
///
/// The routes' failures are explained by [Problems]; give one to the server.
public final class RestSurface {
  private final List<Route> routes = new ArrayList<>();

  /// @param access the rules as they are now
  /// @param actions the named actions of the entities
  /// @param clock tells the moment of each request
  public RestSurface(
      Pipeline pipeline,
      Model model,
      Supplier<Access> access,
      Actions actions,
      RestConfig config,
      InstantSource clock) {
    var surroundings =
        new Surroundings(
            pipeline, config, new Requests(access, clock), new Cursors(config.cursorSecret()));
    var reads = new ReadHandlers(surroundings);
    var writes = new WriteHandlers(surroundings);
    for (Resource resource : resources(model, access.get(), actions)) {
      String rows = surroundings.path(resource);
      collection(rows, resource, reads, writes);
      row(rows + "/{id}", resource, reads, writes);
      for (Edge edge : resource.edges()) {
        if (edge.toMany()) {
          nested(rows + "/{id}/" + edge.name(), resource, edge, reads, writes);
        }
      }
    }
  }

  /// The routes, open to anonymous callers: the policies say what they may do.
  public List<Route> routes() {
    return List.copyOf(routes);
  }

  private static Iterable<Resource> resources(Model model, Access access, Actions actions) {
    Map<Class<?>, Resource> exposed = new LinkedHashMap<>();
    for (EntityModel<?> entity : model.entities()) {
      if (access.image().rules(entity).isPresent()) {
        exposed.put(entity.type(), new Resource(entity, actions.names(entity), access::internal));
      }
    }
    for (Resource resource : exposed.values()) {
      for (Relation relation : model.relations(resource.entity())) {
        Resource target = exposed.get(relation.to());
        if (target != null && !access.internal(model.reference(relation))) {
          resource.connect(new Edge(relation, model.reference(relation), target));
        }
      }
    }
    return exposed.values();
  }

  private void collection(
      String path, Resource resource, ReadHandlers reads, WriteHandlers writes) {
    add(Route.get(path, exchange -> reads.list(resource, exchange)));
    add(Route.post(path, exchange -> writes.post(resource, exchange)));
  }

  private void row(String path, Resource resource, ReadHandlers reads, WriteHandlers writes) {
    add(Route.get(path, exchange -> reads.one(resource, exchange)));
    add(Route.patch(path, exchange -> writes.patch(resource, exchange)));
    add(Route.put(path, exchange -> writes.put(resource, exchange)));
    add(Route.delete(path, exchange -> writes.delete(resource, exchange)));
    if (resource.restorable()) {
      add(Route.post(path + "/restore", exchange -> writes.restore(resource, exchange)));
    }
    for (String action : resource.actions()) {
      add(
          Route.post(
              path + "/actions/" + action, exchange -> writes.action(resource, action, exchange)));
    }
  }

  private void nested(
      String path, Resource parent, Edge edge, ReadHandlers reads, WriteHandlers writes) {
    add(Route.get(path, exchange -> reads.nested(parent, edge, exchange)));
    add(Route.post(path, exchange -> writes.postNested(edge, exchange)));
  }

  private void add(Route route) {
    routes.add(route.optional());
  }
}
