package shop;

import dev.ashlar.model.query.Selection;
import dev.ashlar.model.query.ViewModel;
import java.util.List;
import javax.annotation.processing.Generated;

/// What the view [TaskLine] reads.
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class TaskLine_ {
  /// Everything about [TaskLine].
  public static final ViewModel<TaskLine> MODEL =
      new ViewModel<>(
          TaskLine.class,
          Task_.MODEL,
          new Selection(
              List.of(
                  new Selection.Field(Task_.id))),
          row ->
              new TaskLine(
                  row.uuid(0)));

  private TaskLine_() {}
}
