package dev.ashlar.data.migration;

import static dev.ashlar.data.migration.TableBuilder.image;
import static dev.ashlar.data.migration.TableBuilder.table;

import dev.ashlar.data.migration.SchemaImage.Fill;
import dev.ashlar.model.value.ValueType.Kind;
import java.math.BigDecimal;
import java.util.List;

/// Images that several tests use: one, and what it becomes by every kind of change.
final class Samples {
  static final Rule STATUS = new Rule.OneOf(List.of("OPEN", "DONE"));

  private Samples() {}

  /// Every type and every rule, and references in a circle.
  static SchemaImage before() {
    return image(
        table("projects", "Project")
            .column("name", Kind.STRING, false, new Rule.NotBlank())
            .reference("newest_id", "todos", true),
        table("todos", "Todo")
            .column("headline", Kind.STRING, false, new Rule.NotBlank(), new Rule.Size(1, 200))
            .column("body", Kind.STRING, true)
            .column("status", Kind.ENUM, false, STATUS)
            .column(
                "priority",
                Kind.INT,
                false,
                new Rule.Min(BigDecimal.ZERO, true),
                new Rule.Max(new BigDecimal("5"), true))
            .column("done", Kind.BOOLEAN, false)
            .column("views", Kind.LONG, false)
            .column("ratio", Kind.DOUBLE, true)
            .column("estimate", Kind.DECIMAL, true, new Rule.Digits(8, 2))
            .column("huge", Kind.INTEGER, true, new Rule.Max(new BigDecimal("1e30"), false))
            .filled("created_at", Kind.INSTANT, Fill.NOW)
            .column("due", Kind.DATE, true)
            .column("at", Kind.TIME, true)
            .column("met", Kind.DATE_TIME, true)
            .column("took", Kind.DURATION, true)
            .column("image", Kind.BYTES, true, new Rule.Size(0, 1000))
            .column("tags", Kind.JSON, true, new Rule.Size(0, 3))
            .reference("project_id", "projects", false)
            .reference("parent_id", "todos", true)
            .unique("project_id", "headline")
            .index("-created_at")
            .search("headline", "body"));
  }

  /// Renamed table and columns, changed types, rules and keys, columns come and gone.
  static SchemaImage after() {
    return image(
        table("labels", "Label").column("name", Kind.STRING, false).unique("name"),
        table("projects", "Project")
            .column("name", Kind.STRING, true)
            .reference("newest_id", "tasks", true)
            .column("before", Kind.STRING, true, new Rule.Size(0, 10))
            .reference("label_id", "labels", true),
        table("tasks", "Task")
            .was("Todo")
            .renamed(
                "title", "headline", Kind.STRING, false, new Rule.NotBlank(), new Rule.Size(1, 300))
            .column("body", Kind.STRING, true)
            .column("status", Kind.ENUM, false, new Rule.OneOf(List.of("OPEN", "DONE", "ARCHIVED")))
            .column("priority", Kind.LONG, false, new Rule.Min(BigDecimal.ZERO, true))
            .column("done", Kind.BOOLEAN, true)
            .column("views", Kind.DECIMAL, false)
            .column("ratio", Kind.DOUBLE, true)
            .column("estimate", Kind.DECIMAL, true, new Rule.Digits(8, 2))
            .filled("created_at", Kind.INSTANT, Fill.NOW)
            .filled("version", Kind.INT, Fill.FIRST_VERSION)
            .column("points", Kind.INT, false)
            .column("tags", Kind.JSON, true)
            .reference("project_id", "projects", false)
            .reference("parent_id", "tasks", true)
            .unique("project_id", "title")
            .index("status", "-created_at")
            .search("title"));
  }
}
