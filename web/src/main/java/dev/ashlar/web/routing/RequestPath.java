package dev.ashlar.web.routing;

/// The segments of one request's path, split and decoded once.
///
/// One event loop reuses one instance for all its requests, so that matching allocates nothing; it
/// is not for use by several threads.
public final class RequestPath {
  static final int MAX_SEGMENTS = 64;

  private final int[] bounds = new int[2 * MAX_SEGMENTS];
  private String text = "/";
  private int count;
  private boolean slashAtEnd;

  /// Reads the path of a request target, without its query.
  ///
  /// @throws MalformedUrlException if it is no absolute path, has a broken escape, a control
  ///   character, a dot segment, or too many segments
  public RequestPath read(String path) {
    if (path.isEmpty() || path.charAt(0) != '/') {
      throw new MalformedUrlException("the path does not start with a slash");
    }
    text = path;
    count = 0;
    slashAtEnd = false;
    if (split()) {
      decode();
    }
    if (count > 0 && bounds[2 * count - 2] == bounds[2 * count - 1]) {
      count--;
      slashAtEnd = count > 0;
    }
    return this;
  }

  /// Splits at the slashes, and says whether a segment is percent-encoded.
  private boolean split() {
    boolean encoded = false;
    int start = 1;
    int length = text.length();
    for (int i = 1; i < length; i++) {
      char c = text.charAt(i);
      if (c == '/') {
        segment(start, i);
        start = i + 1;
      } else if (c == '%') {
        encoded = true;
      } else if (c <= ' ' || c >= 0x7f || c == '\\' || c == '#') {
        throw new MalformedUrlException(
            "the path has a character that must be percent-encoded, at position " + i);
      }
    }
    segment(start, length);
    return encoded;
  }

  private void segment(int start, int end) {
    if (count == MAX_SEGMENTS) {
      throw new MalformedUrlException("the path has more than " + MAX_SEGMENTS + " segments");
    }
    if (start < end && text.charAt(start) == '.') {
      refuseDots(text, start, end);
    }
    bounds[2 * count] = start;
    bounds[2 * count + 1] = end;
    count++;
  }

  private void decode() {
    StringBuilder decoded = new StringBuilder(text.length());
    for (int i = 0; i < count; i++) {
      String segment = PercentDecoder.decode(text, bounds[2 * i], bounds[2 * i + 1], false);
      refuseControls(segment);
      refuseDots(segment, 0, segment.length());
      decoded.append('/');
      bounds[2 * i] = decoded.length();
      decoded.append(segment);
      bounds[2 * i + 1] = decoded.length();
    }
    text = decoded.toString();
  }

  /// A dot segment means another path than it spells: what is left of it is an attack or a mistake.
  private static void refuseDots(String text, int start, int end) {
    int length = end - start;
    if ((length == 1 && text.charAt(start) == '.')
        || (length == 2 && text.charAt(start) == '.' && text.charAt(start + 1) == '.')) {
      throw new MalformedUrlException("the path has a dot segment");
    }
  }

  private static void refuseControls(String segment) {
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c < ' ' || c == 0x7f) {
        throw new MalformedUrlException("the path has an encoded control character");
      }
    }
  }

  int count() {
    return count;
  }

  /// Whether the path ends with a slash after its last segment.
  public boolean slashAtEnd() {
    return slashAtEnd;
  }

  int start(int segment) {
    return bounds[2 * segment];
  }

  int end(int segment) {
    return bounds[2 * segment + 1];
  }

  String text() {
    return text;
  }

  String segment(int segment) {
    return text.substring(start(segment), end(segment));
  }

  /// The rest of the path from a segment on, without a slash before it.
  String tail(int segment) {
    return text.substring(start(segment), end(count - 1));
  }
}
