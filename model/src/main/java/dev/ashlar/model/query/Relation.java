package dev.ashlar.model.query;

/// A way from one entity's rows to another's, along a reference or against it.
///
/// @param name the relation's name on the side it starts from, such as `project` or `comments`
/// @param from the entity it starts from
/// @param to the entity it leads to
/// @param kind along the reference or against it
/// @param component the reference's component, on the side that holds it
/// @param optional whether a row may have nothing at the other end
public record Relation(
    String name, Class<?> from, Class<?> to, Kind kind, String component, boolean optional) {

  /// Along the reference or against it.
  public enum Kind {
    /// Along: at most one row at the other end.
    ONE,
    /// Against: any number of rows at the other end.
    MANY
  }

  /// The way along a reference.
  public static Relation one(Class<?> from, String component, Class<?> to, boolean optional) {
    return new Relation(component, from, to, Kind.ONE, component, optional);
  }

  /// The way against a reference held by `to`.
  public static Relation many(String name, Class<?> from, Class<?> to, String component) {
    return new Relation(name, from, to, Kind.MANY, component, true);
  }

  @Override
  public String toString() {
    return from.getSimpleName() + "." + name;
  }
}
