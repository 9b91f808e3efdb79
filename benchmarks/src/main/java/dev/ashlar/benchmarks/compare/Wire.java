package dev.ashlar.benchmarks.compare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/// One keep-alive connection. It reads no more of an answer than is needed to know its status and
/// its end.
final class Wire implements AutoCloseable {

  private static final byte[] LENGTH = "content-length:".getBytes(ISO_8859_1);
  private static final byte[] CHUNKED = "transfer-encoding:".getBytes(ISO_8859_1);
  private static final int UNKNOWN = -1;

  private final SocketChannel channel;
  private ByteBuffer in = ByteBuffer.allocate(32 * 1024);
  private int headEnd;
  private int bodyLength;
  private boolean chunked;
  private int chunkAt;
  private int status;
  private int bodyBytes;
  private long sentAt;

  private Wire(SocketChannel channel) {
    this.channel = channel;
  }

  static Wire open(InetSocketAddress server, Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open(server);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    Wire wire = new Wire(channel);
    channel.register(selector, SelectionKey.OP_READ, wire);
    return wire;
  }

  void send(byte[] request) throws IOException {
    in.clear();
    headEnd = UNKNOWN;
    sentAt = System.nanoTime();
    ByteBuffer out = ByteBuffer.wrap(request);
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /// Takes what has arrived; whether the answer is whole.
  boolean receive() throws IOException {
    if (!in.hasRemaining()) {
      in = ByteBuffer.wrap(Arrays.copyOf(in.array(), in.capacity() * 2)).position(in.position());
    }
    if (channel.read(in) < 0) {
      throw new IOException("closed by the server after " + in.position() + " bytes");
    }
    if (headEnd == UNKNOWN && !readHead()) {
      return false;
    }
    if (!chunked) {
      bodyBytes = bodyLength;
      return in.position() >= headEnd + bodyLength;
    }
    return readChunks();
  }

  long sentAt() {
    return sentAt;
  }

  int status() {
    return status;
  }

  int bodyBytes() {
    return bodyBytes;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private boolean readHead() {
    byte[] bytes = in.array();
    int end = in.position();
    int line = 0;
    bodyLength = 0;
    chunked = false;
    for (int i = 1; i < end; i++) {
      if (bytes[i] != '\n') {
        continue;
      }
      if (i - line <= 1) {
        status = (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
        headEnd = i + 1;
        chunkAt = headEnd;
        bodyBytes = 0;
        return true;
      }
      readHeader(bytes, line);
      line = i + 1;
    }
    return false;
  }

  private void readHeader(byte[] bytes, int line) {
    if (starts(bytes, line, LENGTH)) {
      for (int i = line + LENGTH.length; bytes[i] != '\r'; i++) {
        bodyLength = bytes[i] == ' ' ? bodyLength : bodyLength * 10 + bytes[i] - '0';
      }
    } else if (starts(bytes, line, CHUNKED)) {
      chunked = true;
    }
  }

  private static boolean starts(byte[] bytes, int at, byte[] lowerCase) {
    for (int i = 0; i < lowerCase.length; i++) {
      // Setting this bit makes letters small and leaves '-' and ':' as they are.
      if ((bytes[at + i] | 0x20) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean readChunks() {
    byte[] bytes = in.array();
    int end = in.position();
    while (true) {
      int at = chunkAt;
      int size = 0;
      while (at < end && bytes[at] != '\r') {
        size = size * 16 + Character.digit(bytes[at++], 16);
      }
      int next = at + 2 + size + 2;
      if (next > end) {
        return false;
      }
      if (size == 0) {
        return true;
      }
      bodyBytes += size;
      chunkAt = next;
    }
  }
}
