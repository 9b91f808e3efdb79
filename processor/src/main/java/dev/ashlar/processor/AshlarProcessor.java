package dev.ashlar.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/// Generates, beside each `@Entity` and `@View` record, what the framework needs to know of it.
public final class AshlarProcessor extends AbstractProcessor {

  private final Set<TypeName> codecs = new HashSet<>();
  private Catalog catalog;
  private boolean finished;

  /// Called by the compiler.
  // The compiler calls init before anything else.
  @SuppressWarnings("NullAway.Init")
  public AshlarProcessor() {}

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    catalog = new Catalog(environment.getElementUtils());
  }

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
      var found = new Round(round).run();
      // Other processors may still make entities: the list waits for a round without any.
      if (!found && !finished && !catalog.entities().isEmpty()) {
        finished = true;
        write(ModelsWriter.source(catalog.entities(), catalog.views()));
      }
    }
    return false;
  }

  private void write(Source source, TypeElement... origins) {
    source.write(processingEnv.getFiler(), origins);
  }

  /// One round of the compiler.
  private final class Round {
    private final RoundEnvironment round;
    private final Problems problems = new Problems(processingEnv.getMessager());
    private final TypeReader types = new TypeReader(problems, catalog::isEntity);
    private final EntityReader reader =
        new EntityReader(problems, types, processingEnv.getElementUtils());

    Round(RoundEnvironment round) {
      this.round = round;
    }

    /// Whether there was anything to do.
    boolean run() {
      List<TypeElement> records = annotated(EntityReader.ENTITY);
      List<Entity> entities = entities(records);
      // What a view says can only be judged when the entities are right.
      List<View> views = problems.count() > 0 ? List.of() : views();
      if (problems.count() > 0) {
        // What was generated now would refer to what was not, and bury the faults.
        records.forEach(this::shell);
        finished = true;
        return true;
      }
      entities.forEach(this::write);
      views.forEach(
          view -> AshlarProcessor.this.write(new ViewWriter(view).source(), view.element()));
      types.json().take().forEach(this::codec);
      return !entities.isEmpty() || !views.isEmpty();
    }

    private List<Entity> entities(List<TypeElement> records) {
      var read = new ArrayList<Entity>();
      records.forEach(record -> reader.read(record).ifPresent(read::add));
      read.forEach(catalog::add);
      read.forEach(new RelationCheck(problems, catalog)::run);
      return read;
    }

    /// Keeps the compiler from adding to the faults of a record that its withers do not exist.
    private void shell(TypeElement record) {
      TypeName name = TypeName.of(record);
      if (record.getKind() == ElementKind.RECORD && !name.packageName().isEmpty()) {
        AshlarProcessor.this.write(WithWriter.shell(name), record);
      }
    }

    private List<View> views() {
      var views = new ViewReader(problems, catalog, types, reader::compiled);
      var read = new ArrayList<View>();
      for (TypeElement record : annotated(EntityReader.MODEL + "View")) {
        views.read(record).ifPresent(read::add);
      }
      List<View> sound = new ViewCycles(read).report(problems);
      sound.forEach(catalog::add);
      return sound;
    }

    private List<TypeElement> annotated(String annotation) {
      var type = processingEnv.getElementUtils().getTypeElement(annotation);
      if (type == null) {
        return List.of();
      }
      return round.getElementsAnnotatedWith(type).stream()
          .map(TypeElement.class::cast)
          .sorted(Comparator.comparing(it -> it.getQualifiedName().toString()))
          .toList();
    }

    private void write(Entity entity) {
      var columns = new ColumnsWriter(entity, catalog.manyOf(entity.record()));
      var shapes = new ShapesWriter(entity);
      List.of(
              columns.source(),
              WithWriter.source(entity),
              shapes.create(),
              shapes.patch(),
              shapes.response())
          .forEach(source -> AshlarProcessor.this.write(source, entity.element()));
    }

    private void codec(JsonReader.Nested nested) {
      TypeName codec = JsonWriter.codec(nested.name());
      if (codecs.add(codec) && (isSource(nested.element()) || !exists(codec))) {
        AshlarProcessor.this.write(new JsonWriter(nested).source(), nested.element());
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
  }
}
