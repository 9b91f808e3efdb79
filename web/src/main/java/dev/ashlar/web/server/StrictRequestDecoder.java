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
import io.netty.util.AsciiString;
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
      // The answer is written in the version of its request.
      request.setProtocolVersion(HttpVersion.HTTP_1_1);
      request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException(fault)));
      for (int i = out.size() - 1; i >= following; i--) {
        ReferenceCountUtil.release(out.remove(i));
      }
    }
  }

  private static @Nullable String fault(HttpRequest request) {
    HttpVersion version = request.protocolVersion();
    boolean http11 = HttpVersion.HTTP_1_1.equals(version);
    if (!http11 && !HttpVersion.HTTP_1_0.equals(version)) {
      return "the protocol is not HTTP/1.1 or HTTP/1.0";
    }
    if (hasForbiddenCharacter(request.uri())) {
      return "the request target has a character that must be percent-encoded";
    }
    HttpHeaders headers = request.headers();
    if (headers.contains(AsciiString.EMPTY_STRING)) {
      return "a header has no name";
    }
    String codingFault = codingFault(headers, http11);
    return codingFault == null && http11 ? hostFault(headers) : codingFault;
  }

  private static boolean hasForbiddenCharacter(String target) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c >= 0x7f) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String codingFault(HttpHeaders headers, boolean http11) {
    String coding = headers.get(HttpHeaderNames.TRANSFER_ENCODING);
    if (coding == null) {
      return null;
    }
    if (!http11) {
      return "Transfer-Encoding needs HTTP/1.1";
    }
    boolean chunked =
        coding.equalsIgnoreCase("chunked")
            && headers.getAll(HttpHeaderNames.TRANSFER_ENCODING).size() == 1;
    return chunked ? null : "the only Transfer-Encoding understood is chunked";
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
