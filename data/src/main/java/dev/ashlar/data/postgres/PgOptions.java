package dev.ashlar.data.postgres;

import dev.ashlar.data.driver.DatabaseConfig;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// The client's options for `postgresql://user:password@host:port/name?sslmode=…`.
final class PgOptions {
  private static final int DEFAULT_PORT = 5432;
  static final int PIPELINE = 256;
  private static final int CACHED_STATEMENTS = 512;
  private static final int SEEN_STATEMENTS = 4_096;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
  private static final Set<String> KNOWN =
      Set.of("sslmode", "sslrootcert", "application_name", "search_path");

  private PgOptions() {}

  static PgConnectOptions of(DatabaseConfig config) {
    URI url = config.url();
    Map<String, String> query = query(url);
    String host = Objects.requireNonNullElse(url.getHost(), "localhost");
    long timeout = config.statementTimeout().toMillis();
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(unbracketed(host))
            .setPort(url.getPort() < 0 ? DEFAULT_PORT : url.getPort())
            .setDatabase(database(url))
            .setPipeliningLimit(PIPELINE)
            .setCachePreparedStatements(true)
            .setPreparedStatementCacheMaxSize(CACHED_STATEMENTS)
            .setPreparedStatementCacheSqlFilter(new SecondSight(SEEN_STATEMENTS))
            .addProperty("application_name", query.getOrDefault("application_name", "ashlar"))
            .addProperty("statement_timeout", Long.toString(timeout))
            // Whoever forgets a transaction must not hold its locks for ever.
            .addProperty("idle_in_transaction_session_timeout", Long.toString(timeout));
    String path = query.get("search_path");
    if (path != null) {
      options.addProperty("search_path", path);
    }
    credentials(url, options);
    encryption(query.get("sslmode"), query.get("sslrootcert"), host, options);
    return options;
  }

  private static void credentials(URI url, PgConnectOptions options) {
    String info = url.getRawUserInfo();
    if (info == null || info.isEmpty()) {
      throw new IllegalArgumentException(
          "The database URL names no user. Write it as postgresql://user:password@host:port/name.");
    }
    int colon = info.indexOf(':');
    options.setUser(decoded(colon < 0 ? info : info.substring(0, colon)));
    options.setPassword(colon < 0 ? "" : decoded(info.substring(colon + 1)));
  }

  private static String database(URI url) {
    String path = url.getPath();
    if (path == null || path.length() < 2) {
      throw new IllegalArgumentException(
          "The database URL names no database. Write it as postgresql://user:password@host:port/name.");
    }
    return path.substring(1);
  }

  private static void encryption(
      @Nullable String asked, @Nullable String authority, String host, PgConnectOptions options) {
    boolean loopback = LOOPBACK.contains(host);
    String mode = asked == null ? (loopback ? "prefer" : "verify-full") : asked;
    switch (mode) {
      case "disable" -> options.setSslMode(SslMode.DISABLE);
      case "prefer" ->
          options
              .setSslMode(loopback ? SslMode.DISABLE : SslMode.PREFER)
              .setSslOptions(new ClientSSLOptions().setTrustAll(true));
      case "require" ->
          options
              .setSslMode(SslMode.REQUIRE)
              .setSslOptions(new ClientSSLOptions().setTrustAll(true));
      case "verify-full" ->
          options
              .setSslMode(SslMode.VERIFY_FULL)
              .setSslOptions(
                  new ClientSSLOptions()
                      .setHostnameVerificationAlgorithm("HTTPS")
                      .setTrustOptions(trust(authority)));
      default ->
          throw new IllegalArgumentException(
              "The database URL says sslmode=%s. Say disable, prefer, require or verify-full."
                  .formatted(mode));
    }
  }

  private static TrustOptions trust(@Nullable String authority) {
    if (authority != null) {
      return new PemTrustOptions().addCertPath(authority);
    }
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return TrustOptions.wrap(factory.getTrustManagers()[0]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JVM's own certificate authorities cannot be read.", e);
    }
  }

  private static Map<String, String> query(URI url) {
    var query = new HashMap<String, String>();
    String raw = url.getRawQuery();
    if (raw == null) {
      return query;
    }
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException(
            "The database URL has the parameter %s, which is not known. Known are %s."
                .formatted(name, KNOWN.stream().sorted().toList()));
      }
      query.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return query;
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static String decoded(String text) {
    // A plus is a plus here, unlike in a form.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// Lets a statement be kept prepared from its second sight on, so that statements seen once do
  /// not push out those that come again. Forgets everything when full, which costs one sight more.
  private static final class SecondSight implements Predicate<String> {
    private final int limit;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private SecondSight(int limit) {
      this.limit = limit;
    }

    @Override
    public boolean test(String sql) {
      if (seen.contains(sql)) {
        return true;
      }
      if (seen.size() >= limit) {
        seen.clear();
      }
      seen.add(sql);
      return false;
    }
  }
}
