package dev.ashlar.benchmarks.limit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes the answers as UTF-8 JSON straight into a byte array.
final class Json {

  private static final int TASK_BYTES = 400;
  private static final int PROJECT_BYTES = 256 + 5 * TASK_BYTES;

  private static final byte[] HEX = bytes("0123456789abcdef");
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
    return new Json(TASK_BYTES).append(task);
  }

  static Json tasks(Page<Task> page) {
    return new Json(TASK_BYTES * (page.items().size() + 1))
        .raw(ITEMS)
        .append(page.items())
        .next(page.next());
  }

  static Json projects(Page<Project> page) {
    Json json = new Json(PROJECT_BYTES * (page.items().size() + 1)).raw(ITEMS);
    char separator = 0;
    for (Project project : page.items()) {
      json.separator(separator).append(project);
      separator = ',';
    }
    return json.next(page.next());
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

  private Json next(@Nullable String cursor) {
    raw(NEXT);
    return (cursor == null ? raw(NULL) : string(cursor)).one('}');
  }

  private Json separator(char separator) {
    return separator == 0 ? this : one(separator);
  }

  private Json uuid(@Nullable UUID id) {
    if (id == null) {
      return raw(NULL);
    }
    room(Digits.ID_LENGTH + 2);
    bytes[length] = '"';
    Digits.uuid(id, bytes, length + 1);
    bytes[length + 1 + Digits.ID_LENGTH] = '"';
    length += Digits.ID_LENGTH + 2;
    return this;
  }

  private Json number(int value) {
    return value >= 0 && value < 10
        ? one((char) ('0' + value))
        : raw(bytes(Integer.toString(value)));
  }

  private Json decimal(@Nullable String value) {
    if (value == null) {
      return raw(NULL);
    }
    room(value.length());
    for (int i = 0; i < value.length(); i++) {
      bytes[length++] = (byte) value.charAt(i);
    }
    return this;
  }

  private Json instant(long micros) {
    room(Digits.INSTANT_LENGTH + 2);
    bytes[length] = '"';
    Digits.instant(micros, bytes, length + 1);
    bytes[length + 1 + Digits.INSTANT_LENGTH] = '"';
    length += Digits.INSTANT_LENGTH + 2;
    return this;
  }

  private Json string(String value) {
    int size = value.length();
    room(size + 2);
    byte[] out = bytes;
    int at = length;
    out[at++] = '"';
    for (int i = 0; i < size; i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\' || c >= 0x80) {
        length = at;
        return escaped(value, i);
      }
      out[at++] = (byte) c;
    }
    out[at++] = '"';
    length = at;
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
