package dev.ashlar.web.server;

import io.netty.channel.Channel;
import java.util.HashMap;
import java.util.Map;

/// Closes the connections of one event loop that take too long over the head of a request.
final class HeadWatch {
  private final Map<Channel, StrictRequestDecoder> decoders = new HashMap<>();

  void add(Channel channel, StrictRequestDecoder decoder) {
    decoders.put(channel, decoder);
  }

  void remove(Channel channel) {
    decoders.remove(channel);
  }

  void expire(long begunBefore) {
    // Closing may remove from the map at once, on this same thread: so collect first.
    decoders.entrySet().stream()
        .filter(entry -> entry.getValue().headBegunBefore(begunBefore))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(HeadWatch::close);
  }

  private static void close(Channel channel) {
    var _ = channel.close();
  }
}
