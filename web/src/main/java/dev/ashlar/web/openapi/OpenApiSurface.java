package dev.ashlar.web.openapi;

import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Model;
import dev.ashlar.runtime.access.Access;
import dev.ashlar.runtime.operation.Actions;
import dev.ashlar.web.ContentKind;
import dev.ashlar.web.Exchange;
import dev.ashlar.web.Route;
import dev.ashlar.web.files.ClassPathFiles;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Describes the API at `/openapi.json`, and lets it be tried out at `/docs`.
///
/// The description is written when it is first asked for: starting must not wait for it.
public final class OpenApiSurface {
  private static final Buffer PAGE =
      Buffer.buffer(
          """
          <!doctype html>
          <html lang="en">
          <head>
          <meta charset="utf-8">
          <title>API</title>
          <link rel="stylesheet" href="/docs/swagger-ui.css">
          </head>
          <body>
          <div id="swagger-ui"></div>
          <script src="/docs/swagger-ui-bundle.js"></script>
          <script src="/docs/start.js"></script>
          </body>
          </html>
          """);
  private static final Buffer START =
      Buffer.buffer(
          """
          window.ui = SwaggerUIBundle({
            url: "/openapi.json",
            dom_id: "#swagger-ui",
            deepLinking: true,
            persistAuthorization: false
          });
          """);

  private final Model model;
  private final Supplier<Access> access;
  private final Actions actions;
  private final ApiInfo info;
  private volatile @Nullable Buffer document;

  /// What the description says of the whole.
  ///
  /// @param title the application's name
  /// @param version the application's version
  /// @param basePath what the REST surface's paths start with
  /// @param paths further paths, by path, as OpenAPI has them: what is not generated
  public record ApiInfo(String title, String version, String basePath, Map<String, Object> paths) {
    public ApiInfo {
      paths = Map.copyOf(paths);
    }
  }

  /// @param access the rules as they are now
  public OpenApiSurface(Model model, Supplier<Access> access, Actions actions, ApiInfo info) {
    this.model = model;
    this.access = access;
    this.actions = actions;
    this.info = info;
  }

  /// The routes; they tell nothing but what exists, and are open.
  public List<Route> routes() {
    ClassLoader loader = OpenApiSurface.class.getClassLoader();
    var routes = new ArrayList<Route>();
    routes.add(Route.get("/openapi.json", this::description).open());
    routes.add(page("/docs", "text/html;charset=utf-8", PAGE).content(ContentKind.PAGE));
    routes.add(
        page("/docs/start.js", "text/javascript;charset=utf-8", START).content(ContentKind.ASSET));
    routes.addAll(
        ClassPathFiles.routes(
            "/docs", loader, swagger(loader), List.of("swagger-ui.css", "swagger-ui-bundle.js")));
    return routes;
  }

  /// The folder of the Swagger UI that is on the class path, whose name has its version.
  private static String swagger(ClassLoader loader) {
    String about = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    try (var found = loader.getResourceAsStream(about)) {
      if (found == null) {
        throw new IllegalStateException(
            "Swagger UI is not on the class path; add org.webjars:swagger-ui.");
      }
      var properties = new Properties();
      properties.load(found);
      return "META-INF/resources/webjars/swagger-ui/" + properties.getProperty("version");
    } catch (IOException failure) {
      throw new UncheckedIOException("What Swagger UI says of itself cannot be read.", failure);
    }
  }

  private static Route page(String path, String type, Buffer content) {
    return Route.get(path, exchange -> exchange.respond(200, type, content)).open();
  }

  private Future<Void> description(Exchange exchange) {
    Buffer written = document;
    if (written == null) {
      written = Json.bytes(document());
      document = written;
    }
    return exchange.respond(200, "application/json", written);
  }

  /// The description as a tree.
  Map<String, Object> document() {
    var rules = access.get();
    var schemas = new Schemas(rules::internal);
    var all = new LinkedHashMap<String, Object>();
    var paths = new LinkedHashMap<String, Object>(info.paths());
    var tags = new ArrayList<Map<String, Object>>();
    var pathsOf =
        new Paths(
            model, actions, entity -> served(rules, entity), rules::internal, info.basePath());
    for (EntityModel<?> entity : model.entities()) {
      if (served(rules, entity)) {
        all.putAll(schemas.of(entity));
        paths.putAll(pathsOf.of(entity));
        tags.add(
            Paths.ordered(
                "name", entity.plural(), "description", entity.spec().doc().orElse(entity.name())));
      }
    }
    all.putAll(Problems.schemas());
    return Paths.ordered(
        "openapi",
        "3.1.0",
        "info",
        Paths.ordered("title", info.title(), "version", info.version()),
        "security",
        List.of(Map.of("bearer", List.of())),
        "tags",
        tags,
        "paths",
        paths,
        "components",
        Paths.ordered(
            "schemas",
            all,
            "responses",
            Map.of("Problem", Problems.response()),
            "securitySchemes",
            Map.of("bearer", Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT"))));
  }

  private static boolean served(Access rules, EntityModel<?> entity) {
    return rules.image().rules(entity).isPresent();
  }
}
