package dev.ashlar.web.files;

import dev.ashlar.web.EntityTags;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.Handler;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// One file, read when it is first asked for and kept while memory allows.
final class ClassPathFile implements Handler {
  private static final CharSequence CACHING = HttpHeaders.createOptimized("public, max-age=3600");

  private record Content(Buffer bytes, String tag) {}

  private final ClassLoader loader;
  private final String resource;
  private final CharSequence type;
  private final Handler reading = Handler.blocking(exchange -> answer(exchange, read()));
  private volatile @Nullable SoftReference<Content> kept;

  ClassPathFile(ClassLoader loader, String resource, String type) {
    this.loader = loader;
    this.resource = resource;
    this.type = HttpHeaders.createOptimized(type);
  }

  @Override
  public Future<Void> handle(Exchange exchange) {
    SoftReference<Content> reference = kept;
    Content content = reference == null ? null : reference.get();
    return content == null ? reading.handle(exchange) : answer(exchange, content);
  }

  private Future<Void> answer(Exchange exchange, Content content) {
    exchange.header(HttpHeaders.ETAG, content.tag).header(HttpHeaders.CACHE_CONTROL, CACHING);
    boolean known =
        exchange
            .header(HttpHeaders.IF_NONE_MATCH)
            .filter(list -> EntityTags.listsWeakly(list, content.tag))
            .isPresent();
    return known ? exchange.respond(304) : exchange.respond(200, type, content.bytes);
  }

  private Content read() {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException("The file " + resource + " has left the class path.");
      }
      byte[] bytes = in.readAllBytes();
      Content content = new Content(Buffer.buffer(bytes), tag(bytes));
      kept = new SoftReference<>(content);
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
