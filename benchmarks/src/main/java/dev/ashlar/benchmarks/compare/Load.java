package dev.ashlar.benchmarks.compare;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// A closed-loop HTTP client: every connection sends its next request when its answer is whole. One
/// thread on bare sockets, so that it takes as little as it can of the CPU the server could use.
final class Load implements AutoCloseable {

  private static final long STALLED_NANOS = Duration.ofSeconds(30).toNanos();

  /// What one stretch of load saw.
  record Window(
      long requests, long errors, long bytes, double seconds, double p99Millis, int wrongStatus) {

    double perSecond() {
      return requests / seconds;
    }
  }

  private final Selector selector;
  private final List<Wire> wires = new ArrayList<>();
  private final Requests requests;
  private final int status;

  private final Histogram nanos = new Histogram(3_600_000_000_000L, 3);
  private long answered;
  private long errors;
  private long bytes;
  private int wrongStatus;
  private int waiting;

  Load(int port, int connections, Requests requests, int status) throws IOException {
    this.requests = requests;
    this.status = status;
    selector = Selector.open();
    InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    for (int i = 0; i < connections; i++) {
      wires.add(Wire.open(server, selector));
    }
  }

  /// Loads the server for a time, then waits for the answers under way.
  Window run(Duration time) throws IOException {
    nanos.reset();
    answered = errors = bytes = wrongStatus = 0;
    long start = System.nanoTime();
    long end = start + time.toNanos();
    for (Wire wire : wires) {
      wire.send(requests.next());
    }
    waiting = wires.size();
    while (waiting > 0) {
      selector.select(key -> ready(key, end), 1_000);
      if (System.nanoTime() > end + STALLED_NANOS) {
        throw new IOException(waiting + " requests were not answered within 30 s of the end.");
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double p99 = nanos.getValueAtPercentile(99) / 1e6;
    return new Window(answered, errors, bytes, seconds, p99, wrongStatus);
  }

  private void ready(SelectionKey key, long end) {
    Wire wire = (Wire) key.attachment();
    try {
      if (!wire.receive()) {
        return;
      }
      long now = System.nanoTime();
      nanos.recordValue(now - wire.sentAt());
      count(wire);
      if (now < end) {
        wire.send(requests.next());
      } else {
        waiting--;
      }
    } catch (IOException e) {
      throw new LoadException("The contender broke a connection: " + e.getMessage(), e);
    }
  }

  private void count(Wire wire) {
    answered++;
    bytes += wire.bodyBytes();
    if (wire.status() != status) {
      errors++;
      wrongStatus = wire.status();
    }
  }

  @Override
  public void close() throws IOException {
    for (Wire wire : wires) {
      wire.close();
    }
    selector.close();
  }
}
