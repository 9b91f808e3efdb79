package dev.ashlar.benchmarks.limit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes the answers as UTF-8 JSON straight into a byte array.
final class Json {

  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);
  private static final byte[] ID = bytes("{\"id\":");
  private static final byte[] TITLE = bytes(",\"title\":");
  private static final byte[] STATUS = bytes(",\"status\":");
  private static final byte[] PRIORITY = bytes(",\"priority\":");
  private static final byte[] PROJECT_ID = bytes(",\"projectId\":");
  private static final byte[] ASSIGNEE_ID = bytes(",\"assigneeId\":");
  private static final byte[] ESTIMATE = bytes(",\"estimate\":");
  private static final byte[] VERSION = bytes(",\"version\":");
  private static final byte[] CREATED_AT = bytes(",\"createdAt\":");
  private static final byte[] UPDATED_AT = bytes(",\"updatedAt\":");
  private static final byte[] LIVING = bytes(",\"deletedAt\":null}");
  private static final byte[] NAME = bytes(",\"name\":");
  private static final byte[] TEAM_ID = bytes(",\"teamId\":");
  private static final byte[] TASKS = bytes(",\"tasks\":[");
  private static final byte[] ITEMS = bytes("{\"items\":[");
  private static final byte[] NEXT = bytes("],\"next\":");
  private static final byte[] NULL = bytes("null");

  private byte[] bytes;
  private int length;

  private Json(int capacity) {
    bytes = new byte[capacity];
  }

  static Json task(Task task) {
    return new Json(512).append(task);
  }

  static Json tasks(Page<Task> page) {
    Json json = new Json(512 * (page.items().size() + 1)).raw(ITEMS).append(page.items());
    Task last = page.more() ? page.items().getLast() : null;
    return json.next(last == null ? null : new Cursor(Long.toString(last.createdAt()), last.id()));
  }

  static Json projects(Page<Project> page) {
    Json json = new Json(3_072 * (page.items().size() + 1)).raw(ITEMS);
    char separator = 0;
    for (Project project : page.items()) {
      json.separator(separator).append(project);
      separator = ',';
    }
    Project last = page.more() ? page.items().getLast() : null;
    return json.next(last == null ? null : new Cursor(last.name(), last.id()));
  }

  /// The text as an HTTP body, without copying.
  Buffer buffer() {
    return BufferInternal.buffer(Unpooled.wrappedBuffer(bytes, 0, length));
  }

  String text() {
    return new String(bytes, 0, length, UTF_8);
  }

  private Json append(Task task) {
    return raw(ID)
        .uuid(task.id())
        .raw(TITLE)
        .string(task.title())
        .raw(STATUS)
        .string(task.status())
        .raw(PRIORITY)
        .number(task.priority())
        .raw(PROJECT_ID)
        .uuid(task.projectId())
        .raw(ASSIGNEE_ID)
        .uuid(task.assigneeId())
        .raw(ESTIMATE)
        .decimal(task.estimate())
        .raw(VERSION)
        .number(task.version())
        .raw(CREATED_AT)
        .instant(task.createdAt())
        .raw(UPDATED_AT)
        .instant(task.updatedAt())
        .raw(LIVING);
  }

  private Json append(Project project) {
    return raw(ID)
        .uuid(project.id())
        .raw(NAME)
        .string(project.name())
        .raw(TEAM_ID)
        .uuid(project.teamId())
        .raw(VERSION)
        .number(project.version())
        .raw(CREATED_AT)
        .instant(project.createdAt())
        .raw(UPDATED_AT)
        .instant(project.updatedAt())
        .raw(TASKS)
        .append(project.tasks())
        .one(']')
        .one('}');
  }

  private Json append(List<Task> tasks) {
    char separator = 0;
    for (Task task : tasks) {
      separator(separator).append(task);
      separator = ',';
    }
    return this;
  }

  private Json next(@Nullable Cursor cursor) {
    raw(NEXT);
    if (cursor == null) {
      raw(NULL);
    } else {
      string(cursor.encode());
    }
    return one('}');
  }

  private Json separator(char separator) {
    return separator == 0 ? this : one(separator);
  }

  private Json uuid(@Nullable UUID id) {
    if (id == null) {
      return raw(NULL);
    }
    room(38);
    bytes[length++] = '"';
    hex(id.getMostSignificantBits(), 60, 8);
    bytes[length++] = '-';
    hex(id.getMostSignificantBits(), 28, 4);
    bytes[length++] = '-';
    hex(id.getMostSignificantBits(), 12, 4);
    bytes[length++] = '-';
    hex(id.getLeastSignificantBits(), 60, 4);
    bytes[length++] = '-';
    hex(id.getLeastSignificantBits(), 44, 12);
    bytes[length++] = '"';
    return this;
  }

  private void hex(long bits, int shift, int digits) {
    for (int i = 0, at = shift; i < digits; i++, at -= 4) {
      bytes[length++] = HEX[(int) (bits >>> at) & 15];
    }
  }

  private Json number(int value) {
    return value >= 0 && value < 10
        ? one((char) ('0' + value))
        : raw(bytes(Integer.toString(value)));
  }

  private Json decimal(@Nullable BigDecimal value) {
    return raw(value == null ? NULL : bytes(value.toPlainString()));
  }

  /// ISO 8601 in UTC with microseconds.
  private Json instant(long micros) {
    long seconds = Math.floorDiv(micros, 1_000_000L);
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, 86_400L));
    int second = (int) Math.floorMod(seconds, 86_400L);
    room(29);
    bytes[length++] = '"';
    digits(date.getYear(), 1_000, '-');
    digits(date.getMonthValue(), 10, '-');
    digits(date.getDayOfMonth(), 10, 'T');
    digits(second / 3_600, 10, ':');
    digits(second / 60 % 60, 10, ':');
    digits(second % 60, 10, '.');
    digits((int) Math.floorMod(micros, 1_000_000L), 100_000, 'Z');
    bytes[length++] = '"';
    return this;
  }

  private void digits(int value, int highest, char end) {
    for (int unit = highest; unit > 0; unit /= 10) {
      bytes[length++] = (byte) ('0' + value / unit % 10);
    }
    bytes[length++] = (byte) end;
  }

  private Json string(String value) {
    int size = value.length();
    room(size + 2);
    bytes[length++] = '"';
    for (int i = 0; i < size; i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\' || c >= 0x80) {
        return escaped(value, i);
      }
      bytes[length++] = (byte) c;
    }
    bytes[length++] = '"';
    return this;
  }

  /// The rest of a string from the first character that is not written as itself.
  private Json escaped(String value, int from) {
    for (byte b : value.substring(from).getBytes(UTF_8)) {
      if (b == '"' || b == '\\') {
        one('\\').one((char) b);
      } else if (b >= 0 && b < 0x20) {
        raw(bytes("\\u00")).one((char) HEX[b >> 4]).one((char) HEX[b & 15]);
      } else {
        one((char) (b & 0xff));
      }
    }
    return one('"');
  }

  private Json one(char c) {
    room(1);
    bytes[length++] = (byte) c;
    return this;
  }

  private Json raw(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
    return this;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(ISO_8859_1);
  }
}
