package dev.ashlar.web.rest;

import dev.ashlar.model.Entity;
import dev.ashlar.model.Id;
import dev.ashlar.model.Inverse;
import dev.ashlar.model.Ref;
import java.util.UUID;

/// Has no policy, and is served to nobody.
@Entity
record Vault(@Id UUID id, @Inverse("vaults") Ref<Crew> crew, String content) {}
