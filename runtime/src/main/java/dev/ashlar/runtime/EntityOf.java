package dev.ashlar.runtime;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the entity that an object is for in what its class says: `Task` of one that implements
/// `Policy<Task>`.
final class EntityOf {
  private EntityOf() {}

  /// The argument that an object's class gives to a generic interface of one parameter.
  ///
  /// @throws IllegalArgumentException when the class does not say it, as a lambda does not
  static Class<?> type(Object part, Class<?> kind) {
    Class<?> found = argument(part.getClass(), kind, Map.of());
    if (found == null) {
      throw new IllegalArgumentException(
          "%s does not say which entity it is for. Make it a class that implements %s<YourEntity>."
              .formatted(part.getClass().getName(), kind.getSimpleName()));
    }
    return found;
  }

  private static @Nullable Class<?> argument(
      Type type, Class<?> kind, Map<TypeVariable<?>, Type> known) {
    Class<?> raw;
    Map<TypeVariable<?>, Type> inside = Map.of();
    if (type instanceof ParameterizedType parameterized) {
      raw = (Class<?>) parameterized.getRawType();
      inside = bound(raw, parameterized, known);
    } else {
      raw = (Class<?>) type;
    }
    if (raw == kind) {
      return inside.get(kind.getTypeParameters()[0]) instanceof Class<?> entity ? entity : null;
    }
    for (Type parent : parents(raw)) {
      Class<?> found = argument(parent, kind, inside);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static Map<TypeVariable<?>, Type> bound(
      Class<?> raw, ParameterizedType type, Map<TypeVariable<?>, Type> known) {
    var bound = new HashMap<TypeVariable<?>, Type>();
    for (int i = 0; i < raw.getTypeParameters().length; i++) {
      Type argument = type.getActualTypeArguments()[i];
      Type resolved = argument instanceof TypeVariable<?> open ? known.get(open) : argument;
      if (resolved != null) {
        bound.put(raw.getTypeParameters()[i], resolved);
      }
    }
    return bound;
  }

  private static List<Type> parents(Class<?> raw) {
    var parents = new ArrayList<>(List.of(raw.getGenericInterfaces()));
    Type above = raw.getGenericSuperclass();
    if (above != null) {
      parents.add(above);
    }
    return parents;
  }
}
