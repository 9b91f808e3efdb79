package dev.ashlar.identity;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Inverse;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Unique;
import java.util.UUID;

/// A role that a user holds everywhere, whatever the team.
@Entity
@Unique({"user", "role"})
public record Grant(
    @Id UUID id, @Inverse("grants") Ref<User> user, @Inverse("grants") Ref<Role> role)
    implements GrantWith {}
