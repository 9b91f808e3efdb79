package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.ColumnSpec.Role;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Many;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.RefColumn;
import dev.ashlar.model.query.Relation;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.ViewModel;
import dev.ashlar.model.value.Constraint;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.JsonMismatch;
import dev.ashlar.model.value.JsonValues;
import dev.ashlar.model.value.Row;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.model.value.ValueType.Kind;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is generated, at work.
final class GeneratedCodeTest {
  private static final Compilation MODEL = Golden.compile();
  private static final UUID ID = UUID.fromString("0199b5a2-7c1e-7f00-8000-00805f9b34fb");

  private final Compilation.Loader loader = MODEL.load();

  private EntityModel<?> entity(String name) throws ReflectiveOperationException {
    return (EntityModel<?>) loader.field("shop." + name + "_", "MODEL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Task_",
        "Project_",
        "Task_$Columns",
        "Project_$Columns",
        "TaskCard_",
        "ProjectLine_",
        "PlaceJson",
        "TaskCreate",
        "TaskPatch",
        "TaskResponse"
      })
  void classesAreInitialisedInAnyOrder(String first) throws ReflectiveOperationException {
    Class.forName("shop." + first, true, loader);

    List<?> all = (List<?>) loader.call("shop.Models_", "all");
    assertThat(all).extracting(Object::toString).containsExactly("Project", "Sample", "Task");
    for (Object model : all) {
      assertThat(((EntityModel<?>) model).columns()).doesNotContainNull();
    }
  }

  @Test
  void modelOfAllEntitiesHolds() throws ReflectiveOperationException {
    @SuppressWarnings("unchecked")
    var all = (List<EntityModel<?>>) loader.call("shop.Models_", "all");
    var model = Model.of(all);

    assertThat(model.relations(entity("Project")))
        .extracting(Relation::name)
        .containsExactlyInAnyOrder("opening", "tasks");
    assertThat(model.relations(entity("Task")))
        .extracting(Relation::name)
        .containsExactlyInAnyOrder("project", "parent", "children");
  }

  @Test
  void columnsSayWhatTheComponentsSay() throws ReflectiveOperationException {
    EntityModel<?> task = entity("Task");
    var title = task.column("title").orElseThrow().spec();
    var project = (RefColumn<?, ?>) task.column("projectId").orElseThrow();

    assertThat(title.constraints())
        .containsExactly(new Constraint.NotBlank(), new Constraint.Size(0, 200));
    assertThat(title.searchable()).isTrue();
    assertThat(title.doc()).contains("what is to be done,\nin a few \"words\"");
    assertThat(project.sql()).isEqualTo("project_id");
    assertThat(project.relation())
        .hasToString("Task.project")
        .extracting(Relation::optional)
        .isEqualTo(false);
    assertThat(task.id().property()).isEqualTo("id");
    assertThat(task.inRole(Role.VERSION)).map(column -> column.sql()).contains("version");
    assertThat(task.inRole(Role.DELETED)).map(column -> column.sql()).contains("deleted_at");
    assertThat(task.column("tags").orElseThrow().spec().was()).contains("labels");
    assertThat(task.spec().was()).contains("Todo");
    assertThat(task.spec().doc()).contains("Something to do.");
    assertThat(task.spec().uniques()).containsExactly(List.of("project", "title"));
    assertThat(task.spec().indexes())
        .containsExactly(List.of("project", "-createdAt"), List.of("priority"));
  }

  @Test
  void inverseLeadsBothWays() throws ReflectiveOperationException {
    var tasks = (Many<?>) loader.field("shop.Project_", "tasks");
    var ofProject = (Many<?>) loader.field("shop.Task_", "ofProject");

    assertThat(tasks.relation()).isEqualTo(ofProject.relation()).hasToString("Project.tasks");
    assertThat(tasks.root().get().getClass().getName()).isEqualTo("shop.Task_$Columns");
  }

  @Test
  void everyTypeIsReadBackAsItWasStored() throws ReflectiveOperationException {
    EntityModel<?> sample = entity("Sample");

    Object full = sample.reader().read(row(sample, false));
    Object sparse = sample.reader().read(row(sample, true));

    for (Object read : List.of(full, sparse)) {
      assertThat(stored(sample, read))
          .usingRecursiveComparison()
          .isEqualTo(stored(sample, sample.reader().read(listed(stored(sample, read)))));
    }
    assertThat(stored(sample, full)).doesNotContainNull();
    assertThat(stored(sample, sparse).stream().filter(it -> it == null).count()).isEqualTo(10);
  }

  private static <T> List<Object> stored(EntityModel<T> model, Object record) {
    var values = new ArrayList<Object>();
    for (var column : model.columns()) {
      values.add(column.stored(model.type().cast(record)));
    }
    return values;
  }

  private static Row row(EntityModel<?> model, boolean sparse) {
    var values = new ArrayList<Object>();
    for (var column : model.columns()) {
      values.add(
          sparse && column.nullable() ? null : value(column.type().kind(), column.property()));
    }
    return listed(values);
  }

  private static Object value(Kind kind, String property) {
    return switch (kind) {
      case UUID -> ID;
      case STRING -> "text";
      case BOOLEAN -> true;
      case INT -> 7;
      case LONG -> 7_000_000_000L;
      case DOUBLE -> 0.25;
      case DECIMAL -> new BigDecimal("12.50");
      case INTEGER -> BigInteger.TEN.pow(30);
      case ENUM -> "DONE";
      case INSTANT -> Instant.parse("2026-03-01T12:30:00.123456Z");
      case DATE -> LocalDate.of(2026, 3, 1);
      case TIME -> LocalTime.of(8, 30);
      case DATE_TIME -> LocalDateTime.of(2026, 3, 1, 8, 30);
      case DURATION -> Duration.ofMinutes(90);
      case BYTES -> new byte[] {1, 2, 3};
      case JSON -> property.equals("grid") ? "[[\"OPEN\"],[]]" : "[]";
    };
  }

  private static Row listed(List<Object> values) {
    return values::get;
  }

  @Test
  void withersReplaceOneComponent() throws ReflectiveOperationException {
    EntityModel<?> task = entity("Task");
    var values = new ArrayList<Object>();
    for (var column : task.columns()) {
      values.add(column.nullable() ? null : value(column.type().kind(), column.property()));
    }
    Object before = task.reader().read(listed(values));

    Object after = before.getClass().getMethod("withTitle", String.class).invoke(before, "other");

    for (RecordComponent component : before.getClass().getRecordComponents()) {
      Object value = component.getAccessor().invoke(after);
      if (component.getName().equals("title")) {
        assertThat(value).isEqualTo("other");
      } else {
        assertThat(value).isEqualTo(component.getAccessor().invoke(before));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private JsonCodec<Object> codec(String type, String field) throws ReflectiveOperationException {
    return (JsonCodec<Object>) loader.field("shop." + type, field);
  }

  @Test
  void nestedRecordsKeepTheirJson() throws ReflectiveOperationException {
    JsonCodec<Object> place = codec("PlaceJson", "CODEC");
    String json =
        "{\"street\":\"Hauptstraße\",\"number\":null,\"status\":\"OPEN\",\"near\":[{\"street\":\"A\","
            + "\"number\":3,\"status\":\"DONE\",\"near\":[],\"since\":\"2026-03-01T12:30:00Z\"}],"
            + "\"since\":null}";

    assertThat(JsonValues.text(place, JsonValues.parse(place, json))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"street\":3} -> /street: Expected a text, found 3.",
        "{\"lane\":3} -> /lane: Expected one of the properties street, number, status, near, since,"
            + " found \"lane\".",
        "{} -> /street: Expected a value, found none.",
        "[] -> : Expected an object, found a list.",
        "{\"near\":[{\"near\":[null]}]} -> /near/0/near/0: Expected a value, found none.",
        "{\"near\":[{\"status\":\"open\"}]} -> /near/0/status: Expected one of OPEN, DONE, found the"
            + " text \"open\"."
      })
  void nestedRecordsRefuseOtherJson(String example) throws ReflectiveOperationException {
    JsonCodec<Object> place = codec("PlaceJson", "CODEC");
    String[] parts = example.split(" -> ", 2);

    var mismatch =
        Assertions.catchThrowableOfType(
            JsonMismatch.class, () -> JsonValues.parse(place, parts[0]));

    assertThat(mismatch.pointer() + ": " + mismatch.getMessage()).isEqualTo(parts[1]);
  }

  @Test
  void patchTellsAbsentFromNull() throws ReflectiveOperationException {
    JsonCodec<Object> patch = codec("TaskPatch", "JSON");
    String json = "{\"title\":\"other\",\"parentId\":null,\"tags\":[\"a\"]}";
    EntityModel<?> task = entity("Task");

    Object read = JsonValues.parse(patch, json);
    var changes = (ChangeSet) read.getClass().getMethod("toChanges").invoke(read);

    assertThat(JsonValues.text(patch, read)).isEqualTo(json);
    assertThat(changes.has(task.column("estimate").orElseThrow())).isFalse();
    assertThat(changes.has(task.column("parent").orElseThrow())).isTrue();
    assertThat(changes.stored(task.column("parent").orElseThrow())).isNull();
    assertThat(changes.stored(task.column("title").orElseThrow())).isEqualTo("other");
    assertThat(changes.stored(task.column("tags").orElseThrow())).isEqualTo("[\"a\"]");
  }

  @Test
  void createHoldsWhatClientsSay() throws ReflectiveOperationException {
    JsonCodec<Object> create = codec("TaskCreate", "JSON");
    String json =
        "{\"title\":\"one\",\"status\":\"OPEN\",\"priority\":3,\"projectId\":\"%s\",\"tags\":[]}"
            .formatted(ID);

    Object read = JsonValues.parse(create, json);
    var changes = (ChangeSet) read.getClass().getMethod("toChanges").invoke(read);
    var said = new ArrayList<String>();
    changes.forEach((column, value) -> said.add(column.property() + "=" + value));

    assertThat(said)
        .containsExactly(
            "title=one",
            "status=OPEN",
            "priority=3",
            "projectId=" + ID,
            "parentId=null",
            "estimate=null",
            "tags=[]",
            "place=null");
  }

  @Test
  void createRefusesWhatTheFrameworkFills() throws ReflectiveOperationException {
    JsonCodec<Object> create = codec("TaskCreate", "JSON");

    var mismatch =
        Assertions.catchThrowableOfType(
            JsonMismatch.class, () -> JsonValues.parse(create, "{\"version\":7}"));

    assertThat(mismatch.pointer()).isEqualTo("/version");
  }

  @Test
  void responseNamesWhatItHides() throws ReflectiveOperationException {
    JsonCodec<Object> response = codec("ProjectResponse", "JSON");
    var row = new FetchedRow(List.of(ID, "secret", ID), List.of(1));
    Class<?> type = Class.forName("shop.ProjectResponse", true, loader);

    Object seen = type.getMethod("of", Fetched.class).invoke(null, row);

    String json = "{\"id\":\"%1$s\",\"openingId\":\"%1$s\",\"redacted\":[\"name\"]}".formatted(ID);
    assertThat(JsonValues.text(response, seen)).isEqualTo(json);
    assertThat(JsonValues.parse(response, json)).isEqualTo(seen);
  }

  @Test
  void responseMustShowOrNameEveryProperty() throws ReflectiveOperationException {
    JsonCodec<Object> response = codec("ProjectResponse", "JSON");

    var mismatch =
        Assertions.catchThrowableOfType(
            JsonMismatch.class,
            () -> JsonValues.parse(response, "{\"id\":\"%s\",\"openingId\":null}".formatted(ID)));

    assertThat(mismatch.pointer()).isEqualTo("/name");
  }

  @Test
  void viewIsReadByPosition() throws ReflectiveOperationException {
    var view = (ViewModel<?>) loader.field("shop.ProjectLine_", "MODEL");
    var task = new FetchedRow(List.of(ID), List.of());
    var row = new FetchedRow(List.of("Ashlar", List.of(task, task), Optional.of(task)), List.of());

    assertThat(view.selection().items())
        .extracting(item -> (Object) item.getClass())
        .containsExactly(Selection.Field.class, Selection.Many.class, Selection.One.class);
    assertThat(view.reader().read(row))
        .hasToString(
            "ProjectLine[name=Ashlar, tasks=[TaskLine[id=%1$s], TaskLine[id=%1$s]],".formatted(ID)
                + " opening=TaskLine[id=%s]]".formatted(ID));
  }

  @Test
  void nestedListsAreBoundedAndOrdered() throws ReflectiveOperationException {
    var view = (ViewModel<?>) loader.field("shop.TaskCard_", "MODEL");

    var children =
        view.selection().items().stream()
            .filter(Selection.Many.class::isInstance)
            .map(Selection.Many.class::cast)
            .findFirst()
            .orElseThrow();

    assertThat(children.relation()).hasToString("Task.children");
    assertThat(children.order())
        .extracting(order -> order.descending())
        .containsExactly(true, false);
    assertThat(children.take())
        .hasToString("Optional[Value[type=%s, value=20]]".formatted(ValueType.INT));
  }
}
