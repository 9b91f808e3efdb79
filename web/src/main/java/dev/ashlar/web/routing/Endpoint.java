package dev.ashlar.web.routing;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What answers one path: a target per method.
public final class Endpoint<T> {
  private final EnumMap<Method, T> targets = new EnumMap<>(Method.class);
  private final String allow;

  Endpoint(Map<Method, T> byMethod) {
    targets.putAll(byMethod);
    T get = targets.get(Method.GET);
    if (get != null) {
      targets.putIfAbsent(Method.HEAD, get);
    }
    Set<Method> named = EnumSet.of(Method.OPTIONS);
    named.addAll(targets.keySet());
    allow = named.stream().map(Method::name).collect(Collectors.joining(", "));
  }

  /// The target for a method, or null if the path does not take it. `HEAD` falls back to `GET`.
  public @Nullable T target(Method method) {
    return targets.get(method);
  }

  /// The methods that the path takes, as the `Allow` header has them.
  public String allow() {
    return allow;
  }
}
