package dev.ashlar.web.routing;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the endpoint of a path, in a trie over its segments; immutable once built.
///
/// At the first segment where two templates differ, a literal wins over a parameter, and a
/// parameter over a tail. The path alone decides: a method that the winner does not take is not
/// looked for elsewhere.
public final class Router<T> {
  private final Node<T> root;

  private Router(Node<T> root) {
    this.root = root;
  }

  /// Starts a router without routes.
  public static <T> Builder<T> builder() {
    return new Builder<>();
  }

  /// The endpoint of a path, or null if there is none.
  public @Nullable Endpoint<T> match(RequestPath path) {
    return find(root, path, 0);
  }

  private static <T> @Nullable Endpoint<T> find(Node<T> node, RequestPath path, int segment) {
    if (segment == path.count()) {
      return node.endpoint;
    }
    if (path.start(segment) == path.end(segment)) {
      return null;
    }
    Node<T> literal = node.literals.find(path, segment);
    Endpoint<T> found = literal == null ? null : find(literal, path, segment + 1);
    if (found == null && node.parameter != null) {
      found = find(node.parameter, path, segment + 1);
    }
    return found != null ? found : tail(node, path, segment);
  }

  private static <T> @Nullable Endpoint<T> tail(Node<T> node, RequestPath path, int segment) {
    if (node.tail == null) {
      return null;
    }
    for (int i = segment; i < path.count(); i++) {
      if (path.start(i) == path.end(i)) {
        return null;
      }
    }
    return node.tail;
  }

  private static final class Node<T> {
    final Literals<Node<T>> literals;
    final @Nullable Node<T> parameter;
    final @Nullable Endpoint<T> tail;
    final @Nullable Endpoint<T> endpoint;

    Node(Draft<T> draft) {
      Map<String, Node<T>> children = new HashMap<>();
      draft.literals.forEach((text, child) -> children.put(text, new Node<>(child)));
      literals = new Literals<>(children);
      parameter = draft.parameter == null ? null : new Node<>(draft.parameter);
      tail = draft.tails.isEmpty() ? null : endpoint(draft.tails);
      endpoint = draft.ends.isEmpty() ? null : endpoint(draft.ends);
    }

    private static <T> Endpoint<T> endpoint(Map<Method, Entry<T>> entries) {
      Map<Method, T> targets = new EnumMap<>(Method.class);
      entries.forEach((method, entry) -> targets.put(method, entry.target));
      return new Endpoint<>(targets);
    }
  }

  private record Entry<T>(PathTemplate template, T target) {}

  private static final class Draft<T> {
    final Map<String, Draft<T>> literals = new LinkedHashMap<>();
    final Map<Method, Entry<T>> ends = new EnumMap<>(Method.class);
    final Map<Method, Entry<T>> tails = new EnumMap<>(Method.class);
    @Nullable Draft<T> parameter;

    Draft<T> parameter() {
      Draft<T> present = parameter;
      if (present == null) {
        present = new Draft<>();
        parameter = present;
      }
      return present;
    }
  }

  /// Collects routes, and refuses those that could not be told apart.
  public static final class Builder<T> {
    private final Draft<T> root = new Draft<>();

    private Builder() {}

    /// Adds a route.
    ///
    /// @throws RouteException if another route has the same method and the same shape of path
    public Builder<T> add(Method method, PathTemplate template, T target) {
      Draft<T> at = root;
      Map<Method, Entry<T>> slot = null;
      for (PathTemplate.Segment segment : template.segments()) {
        switch (segment) {
          case PathTemplate.Segment.Literal(String text) ->
              at = at.literals.computeIfAbsent(text, key -> new Draft<>());
          case PathTemplate.Segment.Parameter parameter -> at = at.parameter();
          case PathTemplate.Segment.Tail tail -> slot = at.tails;
        }
      }
      Map<Method, Entry<T>> entries = slot != null ? slot : at.ends;
      Entry<T> other = entries.putIfAbsent(method, new Entry<>(template, target));
      if (other != null) {
        throw new RouteException(
            "Two routes answer %s %s: the other is %s %s. A request could not tell them apart; give one another path or method."
                .formatted(method, template, method, other.template));
      }
      return this;
    }

    /// The router of all routes added.
    public Router<T> build() {
      return new Router<>(new Node<>(root));
    }
  }
}
