package shop;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.ViewModel;
import java.util.List;
import javax.annotation.processing.Generated;

/// The models of the records that were compiled together.
@Generated("dev.ashlar.processor.AshlarProcessor")
@SuppressWarnings({"deprecation", "removal"})
public final class Models_ {
  private Models_() {}

  /// The entities.
  public static List<EntityModel<?>> all() {
    return List.of(Project_.MODEL, Sample_.MODEL, Task_.MODEL);
  }

  /// The views.
  public static List<ViewModel<?>> views() {
    return List.of(ProjectLine_.MODEL, TaskCard_.MODEL, TaskLine_.MODEL);
  }
}
