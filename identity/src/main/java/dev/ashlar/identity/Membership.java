package dev.ashlar.identity;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Inverse;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Unique;
import java.util.UUID;

/// A user's role in a team.
@Entity
@Unique({"user", "team"})
public record Membership(
    @Id UUID id,
    @Inverse("memberships") Ref<User> user,
    @Inverse("members") Ref<Team> team,
    @Inverse("memberships") Ref<Role> role)
    implements MembershipWith {}
