package dev.ashlar.processor;

import java.util.ArrayList;
import java.util.stream.Collectors;

/// Writes `TaskCard_`: what a view reads, and how it is made.
final class ViewWriter {
  private final View view;
  private final String entity;

  ViewWriter(View view) {
    this.view = view;
    this.entity = view.entity().beside("_").ref();
  }

  Source source() {
    TypeName name = view.record().beside("_");
    String body =
        """
        /// What the view [%1$s] reads.
        @«Generated»("dev.ashlar.processor.AshlarProcessor")
        @SuppressWarnings({"deprecation", "removal"})
        public final class %2$s {
        %7$s  /// Everything about [%1$s].
          public static final «ViewModel»<%3$s> MODEL =
              new «ViewModel»<>(
                  %3$s.class,
                  %4$s.MODEL,
                  new «Selection»(
                      «List».of(
        %5$s)),
                  row ->
                      new %3$s(
        %6$s));

          private %2$s() {}
        }
        """
            .formatted(
                view.record().simple(),
                name.simple(),
                view.record().ref(),
                entity,
                Code.indent(18, items()),
                Code.indent(18, arguments()),
                codecs().isEmpty() ? "" : Code.indent(2, codecs().strip()) + "\n\n");
    return new Source(name.packageName(), name.simple(), body);
  }

  private String items() {
    return view.parts().stream().map(this::item).collect(Collectors.joining(",\n"));
  }

  private String item(View.Part part) {
    return switch (part) {
      case View.Field field ->
          "new «Selection$Field»(%s.%s)".formatted(entity, field.column().name());
      case View.One one ->
          """
          new «Selection$One»(
              %s.%s.relation(),
              %s.MODEL.selection())"""
              .formatted(entity, one.name(), one.shape().beside("_").ref());
      case View.Many many ->
          """
          new «Selection$Many»(
              %s.relation(),
              %s.MODEL.selection(),
              «Expr$Always».TRUE,
              «List».of(%s),
              %s)"""
              .formatted(
                  many.relation(),
                  many.shape().beside("_").ref(),
                  String.join(", ", many.order()),
                  take(many.take()));
      case View.Count count ->
          "new «Selection$Count»(%s.relation(), «Expr$Always».TRUE)".formatted(count.relation());
    };
  }

  private static String take(int most) {
    return most == 0
        ? "«Optional».empty()"
        : "«Optional».of(new «Expr$Value»(«ValueType».INT, " + most + "))";
  }

  private String arguments() {
    var arguments = new ArrayList<String>();
    for (View.Part part : view.parts()) {
      arguments.add(argument(part, arguments.size()));
    }
    return String.join(",\n", arguments);
  }

  private String argument(View.Part part, int position) {
    return switch (part) {
      case View.Field field -> field(field, position);
      case View.One one -> one(one, position);
      case View.Many many ->
          "row.many(%d).stream().map(%s.MODEL.reader()::read).toList()"
              .formatted(position, many.shape().beside("_").ref());
      case View.Count _ -> "row.int64(" + position + ")";
    };
  }

  private static String field(View.Field field, int position) {
    String at = field.visible() ? "at" : String.valueOf(position);
    String read = read(field, at);
    String orNull =
        field.column().nullable() ? "row.isNull(%s) ? null : %s".formatted(at, read) : read;
    return field.visible() ? "row.visible(%d, at -> %s)".formatted(position, orNull) : orNull;
  }

  private static String read(View.Field field, String at) {
    if (field.key()) {
      return "row.uuid(" + at + ")";
    }
    return field.column().type() instanceof ColumnType.Json
        ? "«JsonValues».parse(%s, row.string(%s))".formatted(field.column().codecConstant(), at)
        : field.column().type().read("row", at);
  }

  /// Made once: a codec costs more than the text it reads.
  private String codecs() {
    return view.parts().stream()
        .filter(View.Field.class::isInstance)
        .map(part -> ((View.Field) part).column())
        .filter(column -> column.type() instanceof ColumnType.Json)
        .map(
            column ->
                "private static final «JsonCodec»<%s> %s = %s;\n\n"
                    .formatted(
                        column.type().boxed(), column.codecConstant(), column.type().codec()))
        .collect(Collectors.joining());
  }

  private String one(View.One one, int position) {
    String read =
        "row.one(%d).map(%s.MODEL.reader()::read)"
            .formatted(position, one.shape().beside("_").ref());
    return one.nullable()
        ? read + ".orElse(null)"
        : read
            + ".orElseThrow(() -> new IllegalStateException("
            + Code.literal(
                "The row at %s.%s cannot be read: mark the component @Nullable."
                    .formatted(view.record().simple(), one.name()))
            + "))";
  }
}
