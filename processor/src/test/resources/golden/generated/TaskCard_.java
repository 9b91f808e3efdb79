package shop;

import dev.ashlar.model.Ref;
import dev.ashlar.model.query.Expr;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.ViewModel;
import dev.ashlar.model.value.JsonCodec;
import dev.ashlar.model.value.JsonCodecs;
import dev.ashlar.model.value.JsonValues;
import dev.ashlar.model.value.ValueType;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/// What the view [TaskCard] reads.
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class TaskCard_ {
  private static final JsonCodec<List<String>> TAGS_CODEC = JsonCodecs.listOf(JsonCodecs.STRING);

  /// Everything about [TaskCard].
  public static final ViewModel<TaskCard> MODEL =
      new ViewModel<>(
          TaskCard.class,
          Task_.MODEL,
          new Selection(
              List.of(
                  new Selection.Field(Task_.id),
                  new Selection.Field(Task_.title),
                  new Selection.Field(Task_.estimate),
                  new Selection.Field(Task_.tags),
                  new Selection.Field(Task_.project),
                  new Selection.One(
                      Task_.project.relation(),
                      ProjectLine_.MODEL.selection()),
                  new Selection.Field(Task_.parent),
                  new Selection.Many(
                      Task_.ofParent.relation(),
                      TaskLine_.MODEL.selection(),
                      Expr.Always.TRUE,
                      List.of(Task_.createdAt.desc(), Task_.title.asc()),
                      Optional.of(new Expr.Value(ValueType.INT, 20))),
                  new Selection.Count(Task_.ofParent.relation(), Expr.Always.TRUE))),
          row ->
              new TaskCard(
                  row.uuid(0),
                  row.string(1),
                  row.visible(2, at -> row.isNull(at) ? null : row.decimal(at)),
                  JsonValues.parse(TAGS_CODEC, row.string(3)),
                  row.uuid(4),
                  row.one(5).map(ProjectLine_.MODEL.reader()::read).orElseThrow(() -> new IllegalStateException("The row at TaskCard.project cannot be read: mark the component @Nullable.")),
                  row.isNull(6) ? null : Ref.of(row.uuid(6)),
                  row.many(7).stream().map(TaskLine_.MODEL.reader()::read).toList(),
                  row.int64(8)));

  private TaskCard_() {}
}
