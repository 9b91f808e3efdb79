package dev.ashlar.identity;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Ref;
import dev.ashlar.model.Unique;
import java.time.Instant;
import java.util.UUID;

/// The password of a user. It has no policy, so no surface serves it.
///
/// @param passwordHash a PHC string
@Entity
public record Credential(
    @Id UUID id, @Unique Ref<User> user, String passwordHash, Instant changedAt)
    implements CredentialWith {}
