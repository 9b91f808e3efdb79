package dev.ashlar.web.files;

import dev.ashlar.web.ContentKind;
import dev.ashlar.web.Handler;
import dev.ashlar.web.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Routes for files on the class path, one for each file named.
///
/// Each file is a literal route of its own, so no path of a request is ever turned into the name of
/// a file: what is not listed does not exist. They are open to everybody.
public final class ClassPathFiles {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/vnd.microsoft.icon"),
          Map.entry("woff2", "font/woff2"));

  private ClassPathFiles() {}

  /// Serves files of a folder.
  ///
  /// @param path where they are served, such as `/docs/assets`
  /// @param loader where they are looked for
  /// @param folder their folder on the class path, such as
  ///   `META-INF/resources/webjars/swagger-ui/5.34.1`
  /// @param names the files, relative to the folder
  /// @throws IllegalArgumentException if one is missing, or is of a type not known here
  public static List<Route> routes(
      String path, ClassLoader loader, String folder, List<String> names) {
    List<Route> routes = new ArrayList<>();
    for (String name : names) {
      String resource = folder + "/" + name;
      if (loader.getResource(resource) == null) {
        throw new IllegalArgumentException(
            "The file %s is not on the class path; add the library that holds it, or do not list it under %s."
                .formatted(resource, path));
      }
      String type = type(name);
      Handler handler = new ClassPathFile(loader, resource, type);
      routes.add(
          Route.get(path + "/" + name, handler)
              .open()
              .content(type.startsWith("text/html") ? ContentKind.PAGE : ContentKind.ASSET));
    }
    return routes;
  }

  private static String type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String type = TYPES.get(ending);
    if (type == null) {
      throw new IllegalArgumentException(
          "The content type of %s is not known; files end in one of %s."
              .formatted(name, TYPES.keySet().stream().sorted().toList()));
    }
    return type;
  }
}
