package dev.ashlar.processor;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds views that hold themselves, directly or through others: reading one would never end.
final class ViewCycles {
  private final Map<TypeName, View> views = new LinkedHashMap<>();

  ViewCycles(Collection<View> views) {
    views.forEach(view -> this.views.put(view.record(), view));
  }

  /// Reports each view that is part of a circle; answers the others.
  List<View> report(Problems problems) {
    return views.values().stream()
        .filter(
            view -> {
              List<TypeName> circle = circle(view);
              if (!circle.isEmpty()) {
                problems.at(
                    view.element(),
                    "%s holds itself: %s. Reading it would never end: use a view without the way"
                        + " back.",
                    view.record().simple(),
                    circle.stream().map(TypeName::simple).collect(Collectors.joining(" → ")));
              }
              return circle.isEmpty();
            })
        .toList();
  }

  private List<TypeName> circle(View start) {
    var way = new ArrayDeque<TypeName>();
    return leadsTo(start.record(), start, way) ? List.copyOf(way) : List.of();
  }

  private boolean leadsTo(TypeName wanted, View from, Deque<TypeName> way) {
    way.addLast(from.record());
    for (TypeName next : shapes(from).toList()) {
      if (next.equals(wanted)) {
        way.addLast(next);
        return true;
      }
      View view = views.get(next);
      if (view != null && !way.contains(next) && leadsTo(wanted, view, way)) {
        return true;
      }
    }
    way.removeLast();
    return false;
  }

  private static Stream<TypeName> shapes(View view) {
    return view.parts().stream()
        .flatMap(
            part ->
                switch (part) {
                  case View.One one -> Stream.of(one.shape());
                  case View.Many many -> Stream.of(many.shape());
                  case View.Field _, View.Count _ -> Stream.empty();
                });
  }
}
