package dev.ashlar.processor;

import dev.ashlar.processor.ColumnType.Reference;
import dev.ashlar.processor.ColumnsWriter.ManySide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/// Generates, beside each `@Entity` and `@View` record, what the framework needs to know of it.
public final class AshlarProcessor extends AbstractProcessor {

  private final Set<TypeName> entities = new TreeSet<>(Comparator.comparing(TypeName::ref));
  private final Set<TypeName> views = new TreeSet<>(Comparator.comparing(TypeName::ref));
  private final Set<TypeName> codecs = new HashSet<>();
  private boolean finished;

  /// Called by the compiler.
  public AshlarProcessor() {}

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
    if (!round.processingOver()) {
      boolean found = entities(round);
      if (!found && !finished && !entities.isEmpty()) {
        finished = true;
        ModelsWriter.source(entities, views).write(processingEnv.getFiler());
      }
    }
    return false;
  }

  private boolean entities(RoundEnvironment round) {
    var problems = new Problems(processingEnv.getMessager());
    var types = new TypeReader(problems, this::isEntity);
    var reader = new EntityReader(problems, types, processingEnv.getElementUtils());
    var read = new ArrayList<Entity>();
    for (TypeElement record : annotated(round, EntityReader.ENTITY)) {
      reader.read(record).ifPresent(read::add);
    }
    for (Entity entity : read) {
      entities.add(entity.record());
      new ColumnsWriter(entity, manyOf(entity, read)).source().write(filer(), entity.element());
      WithWriter.source(entity).write(filer(), entity.element());
      var shapes = new ShapesWriter(entity);
      shapes.create().write(filer(), entity.element());
      shapes.patch().write(filer(), entity.element());
      shapes.response().write(filer(), entity.element());
    }
    for (JsonReader.Nested nested : types.json().take()) {
      codec(nested);
    }
    return !read.isEmpty();
  }

  private void codec(JsonReader.Nested nested) {
    TypeName codec = JsonWriter.codec(nested.name());
    if (codecs.add(codec) && (isSource(nested.element()) || !exists(codec))) {
      new JsonWriter(nested).source().write(filer(), nested.element());
    }
  }

  /// Whether a record is compiled now: one of a library may have its codec there.
  private boolean isSource(TypeElement type) {
    var file = processingEnv.getElementUtils().getFileObjectOf(type);
    return file != null && file.getKind() == JavaFileObject.Kind.SOURCE;
  }

  private boolean exists(TypeName type) {
    String name = type.packageName() + "." + type.simple();
    return processingEnv.getElementUtils().getTypeElement(name) != null;
  }

  private Filer filer() {
    return processingEnv.getFiler();
  }

  private List<TypeElement> annotated(RoundEnvironment round, String annotation) {
    var type = processingEnv.getElementUtils().getTypeElement(annotation);
    if (type == null) {
      return List.of();
    }
    return round.getElementsAnnotatedWith(type).stream()
        .map(TypeElement.class::cast)
        .sorted(Comparator.comparing(it -> it.getQualifiedName().toString()))
        .toList();
  }

  private static List<ManySide> manyOf(Entity entity, List<Entity> all) {
    var sides = new ArrayList<ManySide>();
    for (Entity from : all) {
      for (Component component : from.components()) {
        if (component.type() instanceof Reference(TypeName target)
            && target.equals(entity.record())) {
          component.inverse().ifPresent(name -> sides.add(new ManySide(name, from, component)));
        }
      }
    }
    return sides;
  }

  /// An entity of this compilation is marked as one; one compiled before has its columns beside it.
  private boolean isEntity(@Nullable Element type) {
    if (!(type instanceof TypeElement record)) {
      return false;
    }
    if (Mirrors.has(record, EntityReader.ENTITY)) {
      return true;
    }
    PackageElement in = processingEnv.getElementUtils().getPackageOf(record);
    String columns = in.getQualifiedName() + "." + record.getSimpleName() + "_";
    TypeElement generated = processingEnv.getElementUtils().getTypeElement(columns);
    return generated != null
        && generated.getEnclosedElements().stream()
            .anyMatch(it -> it.getSimpleName().contentEquals("MODEL"));
  }
}
