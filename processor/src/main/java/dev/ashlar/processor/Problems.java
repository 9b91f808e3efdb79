package dev.ashlar.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/// Reports what is wrong with the sources, each fault on the element that has it.
final class Problems {
  private final Messager messager;
  private int count;

  Problems(Messager messager) {
    this.messager = messager;
  }

  /// Reports a fault: what it is, what was found, how to mend it.
  // The annotation asked for would bring a library.
  @SuppressWarnings("AnnotateFormatMethod")
  void at(Element element, String message, Object... values) {
    count++;
    messager.printMessage(Diagnostic.Kind.ERROR, message.formatted(values), element);
  }

  /// How many were reported so far.
  int count() {
    return count;
  }
}
