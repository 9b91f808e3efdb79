package dev.ashlar.starter;

import dev.ashlar.data.Database;
import dev.ashlar.data.UnguardedRepository;
import dev.ashlar.model.query.ColumnSpec;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.TextColumn;
import dev.ashlar.model.value.ValueType;
import dev.ashlar.runtime.operation.UserCode;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Random texts that all nodes of an application share and keep: the first that needs one makes it.
final class Secrets {
  private static final int BYTES = 32;

  private record Kept(String name, String value) {}

  private static final TextColumn<Kept> NAME =
      new TextColumn<>(Kept.class, ColumnSpec.of("name", "name", ValueType.STRING), Kept::name);

  private static final EntityModel<Kept> TABLE =
      new EntityModel<>(
          new EntityModel.Spec<>(
              Kept.class,
              "Kept",
              "ashlar_secrets",
              List.of(),
              List.of(),
              List.of(),
              Optional.empty(),
              Optional.empty()),
          List.of(
              NAME,
              new TextColumn<>(
                  Kept.class, ColumnSpec.of("value", "value", ValueType.STRING), Kept::value)),
          row -> new Kept(row.string(0), row.string(1)));

  private final UnguardedRepository<Kept> rows;

  Secrets(Database database) {
    this.rows = new UnguardedRepository<>(database, TABLE);
  }

  /// The secret of that name.
  String get(String name) {
    Optional<Kept> kept = UserCode.await(rows.first(NAME.eq(name)));
    return kept.orElseGet(() -> make(name)).value();
  }

  /// Where another node is faster, its secret is the one.
  private Kept make(String name) {
    var random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    UserCode.await(rows.insertIfAbsent(new Kept(name, HexFormat.of().formatHex(random)), NAME));
    return UserCode.await(rows.first(NAME.eq(name))).orElseThrow();
  }
}
