package dev.ashlar.identity;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Inverse;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Unique;
import dev.ashlar.model.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A named set of permissions, with those of its parent.
@Entity
public record Role(
    @Id UUID id,
    @Unique @NotBlank @Size(max = 100) String name,
    @Nullable @Inverse("children") Ref<Role> parent,
    List<String> permissions,
    @Version int version)
    implements RoleWith {
  public Role {
    permissions = List.copyOf(permissions);
  }
}
