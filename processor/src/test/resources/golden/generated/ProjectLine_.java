package shop;

import dev.ashlar.model.query.Expr;
import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.ViewModel;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/// What the view [ProjectLine] reads.
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class ProjectLine_ {
  /// Everything about [ProjectLine].
  public static final ViewModel<ProjectLine> MODEL =
      new ViewModel<>(
          ProjectLine.class,
          Project_.MODEL,
          new Selection(
              List.of(
                  new Selection.Field(Project_.name),
                  new Selection.Many(
                      Task_.ofProject.relation(),
                      TaskLine_.MODEL.selection(),
                      Expr.Always.TRUE,
                      List.of(),
                      Optional.empty()),
                  new Selection.One(
                      Project_.opening.relation(),
                      TaskLine_.MODEL.selection()))),
          row ->
              new ProjectLine(
                  row.string(0),
                  row.many(1).stream().map(TaskLine_.MODEL.reader()::read).toList(),
                  row.one(2).map(TaskLine_.MODEL.reader()::read).orElse(null)));

  private ProjectLine_() {}
}
