package dev.ashlar.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/// Makes an entity in the first round, which is processed in the second.
final class MakesEntity extends AbstractProcessor {
  private boolean made;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!made) {
      made = true;
      try (var writer = processingEnv.getFiler().createSourceFile("app.Made").openWriter()) {
        writer.write(
            "package app; @dev.ashlar.model.Entity public record Made(@dev.ashlar.model.Id"
                + " java.util.UUID id) {}");
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return false;
  }
}
