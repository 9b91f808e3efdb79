package dev.ashlar.data.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.data.driver.DatabaseConfig;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PgOptionsTest {
  private static PgConnectOptions of(String url) {
    return PgOptions.of(DatabaseConfig.of(URI.create(url)));
  }

  @Test
  void readsTheAddress() {
    PgConnectOptions options = of("postgresql://us%40er:p%3Aa+s%2Fs@[::1]:6543/app%20db");

    assertThat(options.getUser()).isEqualTo("us@er");
    assertThat(options.getPassword()).isEqualTo("p:a+s/s");
    assertThat(options.getHost()).isEqualTo("::1");
    assertThat(options.getPort()).isEqualTo(6543);
    assertThat(options.getDatabase()).isEqualTo("app db");
    assertThat(of("postgresql://user@localhost/app").getPort()).isEqualTo(5432);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, '', DISABLE",
    "127.0.0.1, ?sslmode=prefer, DISABLE",
    "localhost, ?sslmode=require, REQUIRE",
    "localhost, ?sslmode=verify-full, VERIFY_FULL",
    "db.example.com, '', VERIFY_FULL",
    "db.example.com, ?sslmode=verify-full, VERIFY_FULL",
    "db.example.com, ?sslmode=require, REQUIRE",
    "db.example.com, ?sslmode=prefer, PREFER",
    "db.example.com, ?sslmode=disable, DISABLE",
  })
  void encryptsUnlessTheServerIsOnThisMachine(String host, String query, SslMode mode) {
    assertThat(of("postgresql://user@" + host + "/app" + query).getSslMode()).isEqualTo(mode);
  }

  @Test
  void checksTheNameInTheCertificate() {
    PgConnectOptions options = of("postgresql://user@db.example.com/app");

    assertThat(options.getSslOptions().getHostnameVerificationAlgorithm()).isEqualTo("HTTPS");
    assertThat(options.getSslOptions().isTrustAll()).isFalse();
    assertThat(options.getSslOptions().getTrustOptions()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://localhost/app, names no user",
    "postgresql://user@localhost, names no database",
    "postgresql://user@localhost/, names no database",
    "postgresql://user@localhost/app?sslmode=maybe, sslmode=maybe",
    "postgresql://user@localhost/app?pool=3, parameter pool",
  })
  void saysWhatIsWrong(String url, String message) {
    assertThatThrownBy(() -> of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void preparesAStatementAtItsSecondSight() {
    var filter = of("postgresql://user@localhost/app").getPreparedStatementCacheSqlFilter();

    assertThat(filter.test("SELECT 1")).isFalse();
    assertThat(filter.test("SELECT 1")).isTrue();
    for (int i = 2; i < 10_000; i++) {
      assertThat(filter.test("SELECT " + i)).isFalse();
    }
  }
}
