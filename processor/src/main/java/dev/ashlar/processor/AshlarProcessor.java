package dev.ashlar.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/// Generates, beside each `@Entity` and `@View` record, what the framework needs to know of it.
public final class AshlarProcessor extends AbstractProcessor {

  private final Set<TypeName> codecs = new HashSet<>();
  private Catalog catalog;
  private boolean finished;
  private boolean handedOut;

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
    private final Set<TypeName> shells = new HashSet<>();
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
      var sources = new Sources();
      entities.forEach(entity -> entity(sources, entity));
      views.forEach(view -> sources.add(new ViewWriter(view).source(), view.element()));
      types.json().take().forEach(nested -> codec(sources, nested));
      sources.write(records);
      if (problems.count() == 0) {
        handOut(entities.stream().map(Entity::record).toList());
      }
      return !entities.isEmpty() || !views.isEmpty();
    }

    private void handOut(List<TypeName> entities) {
      if (entities.isEmpty() || !RepositoriesWriter.wanted(elements())) {
        return;
      }
      if (handedOut) {
        entities.forEach(entity -> AshlarProcessor.this.write(RepositoriesWriter.further(entity)));
      } else {
        handedOut = true;
        AshlarProcessor.this.write(RepositoriesWriter.first(entities));
      }
    }

    /// What is to be written; written only when every name is free.
    private final class Sources {
      private record Output(Source source, TypeElement origin) {}

      private final Map<TypeName, Output> all = new LinkedHashMap<>();

      void add(Source source, TypeElement origin) {
        Output other = all.putIfAbsent(source.type(), new Output(source, origin));
        if (other != null) {
          problems.at(
              origin,
              "%s and %s would both have the generated type %s. Rename one of them.",
              other.origin().getQualifiedName(),
              origin.getQualifiedName(),
              source.type().simple());
        } else if (isSource(elements().getTypeElement(source.type().qualified()))) {
          problems.at(
              origin,
              "%s is generated from %s, but your sources have a type of that name. Rename yours.",
              source.type().qualified(),
              origin.getSimpleName());
        }
      }

      void write(List<TypeElement> records) {
        if (problems.count() > 0) {
          finished = true;
          records.forEach(Round.this::shell);
          return;
        }
        all.values()
            .forEach(output -> AshlarProcessor.this.write(output.source(), output.origin()));
      }
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
      TypeName withers = name.beside("With");
      if (record.getKind() == ElementKind.RECORD
          && !name.packageName().isEmpty()
          && !isSource(elements().getTypeElement(withers.qualified()))
          && shells.add(withers)) {
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

    private void entity(Sources sources, Entity entity) {
      var columns = new ColumnsWriter(entity, catalog.manyOf(entity.record()));
      var shapes = new ShapesWriter(entity);
      List.of(
              columns.source(),
              WithWriter.source(entity),
              shapes.create(),
              shapes.patch(),
              shapes.response())
          .forEach(source -> sources.add(source, entity.element()));
    }

    /// A record of a library may have its codec there.
    private void codec(Sources sources, JsonReader.Nested nested) {
      TypeName codec = JsonWriter.codec(nested.name());
      boolean compiled =
          !isSource(nested.element()) && elements().getTypeElement(codec.qualified()) != null;
      if (!compiled && codecs.add(codec)) {
        sources.add(new JsonWriter(nested).source(), nested.element());
      }
    }

    /// Whether a type is compiled now.
    private boolean isSource(@Nullable TypeElement type) {
      var file = type == null ? null : elements().getFileObjectOf(type);
      return file != null && file.getKind() == JavaFileObject.Kind.SOURCE;
    }

    private Elements elements() {
      return processingEnv.getElementUtils();
    }
  }
}
