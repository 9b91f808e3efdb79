package dev.ashlar.web.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A client that sends bytes as they are and reads answers without interpreting more than it must.
final class Wire implements AutoCloseable {
  /// One answer.
  record Reply(int status, List<String> headerLines, String body) {
    Optional<String> header(String name) {
      return headers(name).stream().findFirst();
    }

    List<String> headers(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headerLines.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .toList();
    }
  }

  private final Socket socket;
  private final InputStream in;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(10_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  static Wire to(int port) throws IOException {
    return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  Wire send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /// Sends a request that has a body only if one is given.
  Wire request(String method, String target, List<String> headers, String body) throws IOException {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: test\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    if (!body.isEmpty()) {
      head.append("Content-Length: ")
          .append(body.getBytes(StandardCharsets.UTF_8).length)
          .append("\r\n");
    }
    socket.getOutputStream().write((head + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Wire get(String target) throws IOException {
    return request("GET", target, List.of(), "");
  }

  Reply read() throws IOException {
    return read(false);
  }

  /// Reads the answer to a `HEAD`, which has no body whatever its headers say.
  Reply readHead() throws IOException {
    return read(true);
  }

  private Reply read(boolean headOnly) throws IOException {
    int status = Integer.parseInt(line().split(" ", -1)[1]);
    List<String> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      headers.add(line);
    }
    Reply head = new Reply(status, headers, "");
    return headOnly || status == 100 ? head : new Reply(status, headers, body(head));
  }

  private String body(Reply head) throws IOException {
    if (head.header("transfer-encoding").isPresent()) {
      return chunks();
    }
    int length = head.header("content-length").map(Integer::parseInt).orElse(0);
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      all.write(in.readNBytes(size));
      line();
    }
    line();
    return all.toString(StandardCharsets.UTF_8);
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The server closed the connection after: " + line);
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  /// Reads until the server closes, and gives what it still sent.
  String untilClosed() throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    try {
      in.transferTo(rest);
    } catch (SocketException reset) {
      // A reset is a close too.
      return rest.toString(StandardCharsets.ISO_8859_1);
    }
    return rest.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
