package dev.ashlar.web.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The shape of a route's path: `/api/tasks/{id}/files/{rest...}`.
///
/// A segment is a literal, a parameter, or, at the end, a tail that takes one or more segments.
/// Literals are written decoded.
public final class PathTemplate {
  private static final String[] NO_VALUES = {};

  /// One part of a template between two slashes.
  public sealed interface Segment {
    /// Text that the path must have.
    record Literal(String text) implements Segment {}

    /// One segment of the path, of any content but empty.
    record Parameter(String name) implements Segment {}

    /// All segments that are left, at least one.
    record Tail(String name) implements Segment {}
  }

  private final String text;
  private final List<Segment> segments;
  private final List<String> names;
  private final int[] positions;

  private PathTemplate(String text, List<Segment> segments) {
    this.text = text;
    this.segments = List.copyOf(segments);
    List<String> found = new ArrayList<>();
    int[] at = new int[segments.size()];
    for (int i = 0; i < segments.size(); i++) {
      switch (segments.get(i)) {
        case Segment.Literal literal -> {}
        case Segment.Parameter(String name) -> at[add(found, name)] = i;
        case Segment.Tail(String name) -> at[add(found, name)] = i;
      }
    }
    this.names = List.copyOf(found);
    this.positions = at;
  }

  private static int add(List<String> names, String name) {
    names.add(name);
    return names.size() - 1;
  }

  /// Reads a template.
  ///
  /// @throws RouteException saying what is wrong with it
  public static PathTemplate of(String text) {
    if (!text.startsWith("/")) {
      throw fault(text, "it does not start with a slash");
    }
    if (text.length() > 1 && text.endsWith("/")) {
      throw fault(text, "it ends with a slash; routes are named without it");
    }
    List<Segment> segments = new ArrayList<>();
    Set<String> names = new HashSet<>();
    if (text.length() > 1) {
      for (String part : text.substring(1).split("/", -1)) {
        Segment segment = segment(text, part, names);
        if (!segments.isEmpty() && segments.getLast() instanceof Segment.Tail) {
          throw fault(text, "a tail must be the last segment");
        }
        segments.add(segment);
      }
    }
    if (segments.size() > RequestPath.MAX_SEGMENTS) {
      throw fault(text, "it has more than " + RequestPath.MAX_SEGMENTS + " segments");
    }
    return new PathTemplate(text, segments);
  }

  private static Segment segment(String template, String part, Set<String> names) {
    if (part.isEmpty()) {
      throw fault(template, "it has an empty segment");
    }
    if (!part.startsWith("{") || !part.endsWith("}")) {
      return literal(template, part);
    }
    boolean tail = part.endsWith("...}");
    String name = part.substring(1, part.length() - (tail ? 4 : 1));
    if (!isName(name)) {
      throw fault(
          template, "\"" + part + "\" is no parameter; write {name} or {name...}, an identifier");
    }
    if (!names.add(name)) {
      throw fault(template, "it has two parameters named " + name);
    }
    return tail ? new Segment.Tail(name) : new Segment.Parameter(name);
  }

  private static Segment literal(String template, String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c < ' ' || c == 0x7f || "{}%?#\\".indexOf(c) >= 0) {
        throw fault(
            template,
            "\"" + part + "\" has '" + c + "'; a parameter fills a segment, literals are decoded");
      }
    }
    if (part.equals(".") || part.equals("..")) {
      throw fault(template, "it has a dot segment");
    }
    return new Segment.Literal(part);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && Character.isJavaIdentifierStart(name.charAt(0))
        && name.chars().allMatch(Character::isJavaIdentifierPart);
  }

  private static RouteException fault(String template, String what) {
    return new RouteException("The route template \"" + template + "\" is wrong: " + what + ".");
  }

  /// The segments in order; none for `/`.
  public List<Segment> segments() {
    return segments;
  }

  /// The names of the parameters in order.
  public List<String> names() {
    return names;
  }

  /// The place of a parameter among the values of a matched path.
  ///
  /// @throws IllegalArgumentException if the template has no such parameter
  public int indexOf(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "The route " + text + " has no path parameter \"" + name + "\"; it has " + names + ".");
    }
    return index;
  }

  /// The decoded values of the parameters in a path that this template matched.
  public String[] values(RequestPath path) {
    int count = names.size();
    if (count == 0) {
      return NO_VALUES;
    }
    String[] values = new String[count];
    for (int i = 0; i < count; i++) {
      int position = positions[i];
      values[i] =
          segments.get(position) instanceof Segment.Tail
              ? path.tail(position)
              : path.segment(position);
    }
    return values;
  }

  /// The text it was read from.
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathTemplate that && that.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
