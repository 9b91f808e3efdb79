package dev.ashlar.processor;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/// Reads documentation comments.
final class Docs {
  private static final Pattern TAG = Pattern.compile("(?m)^\\s*@\\w+");

  private final Elements elements;

  Docs(Elements elements) {
    this.elements = elements;
  }

  /// What a record's comment says before its tags.
  Optional<String> ofRecord(TypeElement record) {
    return text(elements.getDocComment(record));
  }

  /// What the `@param` of its record's comment says of a component, which has no comment of its
  /// own.
  Optional<String> ofComponent(TypeElement record, RecordComponentElement component) {
    String comment = elements.getDocComment(record);
    if (comment == null) {
      return Optional.empty();
    }
    var start =
        Pattern.compile("(?m)^\\s*@param\\s+" + component.getSimpleName() + "\\s").matcher(comment);
    return start.find() ? text(comment.substring(start.end())) : Optional.empty();
  }

  private static Optional<String> text(@Nullable String comment) {
    if (comment == null) {
      return Optional.empty();
    }
    var tag = TAG.matcher(comment);
    String body = tag.find() ? comment.substring(0, tag.start()) : comment;
    String text = body.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
