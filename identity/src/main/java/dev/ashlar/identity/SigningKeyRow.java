package dev.ashlar.identity;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Unique;
import java.time.Instant;
import java.util.UUID;

/// A key that signs access tokens, as it is stored. It has no policy, so no surface serves it.
///
/// @param publicKey the 32 bytes of the public half
/// @param privateKey the 32 bytes of the private half: whoever reads them can log in as anybody
@Entity(plural = "signing_keys")
public record SigningKeyRow(
    @Id UUID id, @Unique int generation, Instant activeFrom, byte[] publicKey, byte[] privateKey)
    implements SigningKeyRowWith {}
