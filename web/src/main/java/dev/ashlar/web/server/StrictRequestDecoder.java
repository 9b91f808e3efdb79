package dev.ashlar.web.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Refuses requests whose end two servers could see in different places, and watches how long a
/// head takes.
///
/// The decoder is the only place where this can be done in time: once a request is handed on, what
/// follows it on the connection is already being read as the next one.
final class StrictRequestDecoder extends VertxHttpRequestDecoder {
  private boolean refused;
  private boolean betweenRequests = true;
  private long headSince;

  StrictRequestDecoder(HttpServerOptions options) {
    super(options);
  }

  /// Whether a head was begun before an instant and is not complete.
  boolean headBegunBefore(long nanos) {
    return headSince != 0 && headSince - nanos < 0;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out)
      throws Exception {
    if (refused) {
      buffer.skipBytes(buffer.readableBytes());
      return;
    }
    int before = out.size();
    super.decode(context, buffer, out);
    if (out.size() == before) {
      if (betweenRequests && headSince == 0) {
        headSince = Math.max(1, System.nanoTime());
      }
      return;
    }
    for (int i = before; i < out.size(); i++) {
      if (out.get(i) instanceof HttpRequest request) {
        headSince = 0;
        betweenRequests = false;
        check(request, out, i + 1);
      }
    }
    if (out.getLast() instanceof LastHttpContent) {
      betweenRequests = true;
    }
  }

  private void check(HttpRequest request, List<Object> out, int following) {
    if (!request.decoderResult().isSuccess()) {
      refused = true;
      return;
    }
    String fault = fault(request);
    if (fault != null) {
      refused = true;
      request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException(fault)));
      for (int i = out.size() - 1; i >= following; i--) {
        ReferenceCountUtil.release(out.remove(i));
      }
    }
  }

  private static @Nullable String fault(HttpRequest request) {
    HttpHeaders headers = request.headers();
    boolean http11 = HttpVersion.HTTP_1_1.equals(request.protocolVersion());
    String encoding = headers.get(HttpHeaderNames.TRANSFER_ENCODING);
    if (encoding != null) {
      if (!http11) {
        return "Transfer-Encoding needs HTTP/1.1";
      }
      if (!encoding.equalsIgnoreCase("chunked")
          || headers.getAll(HttpHeaderNames.TRANSFER_ENCODING).size() > 1) {
        return "the only Transfer-Encoding understood is chunked";
      }
    }
    return http11 ? hostFault(headers) : null;
  }

  private static @Nullable String hostFault(HttpHeaders headers) {
    List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
    return hosts.size() == 1 ? null : "exactly one Host header is needed";
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("Content-Length and Transfer-Encoding exclude each other");
  }
}
