package dev.ashlar.processor;

import com.fasterxml.jackson.core.JsonFactory;
import dev.ashlar.model.Entity;
import io.avaje.inject.BeanScope;
import jakarta.inject.Singleton;
import jakarta.validation.Constraint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// One run of the compiler with the processor, all in memory: warnings fail, as in our own build.
final class Compilation {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");

  private final List<String> errors = new ArrayList<>();
  private final Map<String, String> generated = new TreeMap<>();
  private final Map<String, byte[]> classes = new TreeMap<>();

  private Compilation() {}

  /// Compiles sources, each a file of its own.
  static Compilation of(String... sources) {
    return of(List.of(), List.of(), Optional.empty(), sources);
  }

  /// Compiles sources against what was compiled before.
  static Compilation after(Compilation library, String... sources) {
    return of(List.of(library), List.of(), Optional.empty(), sources);
  }

  /// Compiles sources against what was compiled before, with other processors beside ours.
  ///
  /// @param resources where these processors may write what is no source
  static Compilation after(
      Compilation library, List<Processor> others, Path resources, String... sources) {
    return of(List.of(library), others, Optional.of(resources), sources);
  }

  /// Compiles sources with another processor beside ours.
  static Compilation with(Processor other, String... sources) {
    return of(List.of(), List.of(other), Optional.empty(), sources);
  }

  private static Compilation of(
      List<Compilation> libraries,
      List<Processor> others,
      Optional<Path> resources,
      String... sources) {
    var result = new Compilation();
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
      if (resources.isPresent()) {
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(resources.get()));
      }
      var manager = result.new Memory(files, libraries);
      var task =
          compiler.getTask(
              null,
              manager,
              diagnostics,
              List.of("-Xlint:all,-processing,-serial", "-Werror"),
              null,
              Arrays.stream(sources).map(Text::new).toList());
      var processors = new ArrayList<>(others);
      processors.add(new AshlarProcessor());
      task.setProcessors(processors);
      task.call();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    diagnostics.getDiagnostics().forEach(result::add);
    return result;
  }

  private static List<Path> classPath() {
    return Stream.of(
            Entity.class,
            NullMarked.class,
            Constraint.class,
            JsonFactory.class,
            BeanScope.class,
            Singleton.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(URI.create(location.toString())))
        .toList();
  }

  private void add(Diagnostic<? extends JavaFileObject> diagnostic) {
    if (diagnostic.getKind() != Diagnostic.Kind.NOTE) {
      var source = diagnostic.getSource();
      String where =
          source == null
              ? ""
              : new File(source.getName()).getName() + ":" + diagnostic.getLineNumber() + ": ";
      errors.add(where + diagnostic.getMessage(Locale.ROOT));
    }
  }

  /// Errors and warnings, as `Task.java:3: message`.
  List<String> errors() {
    return errors;
  }

  /// The generated sources by qualified name.
  Map<String, String> generated() {
    return generated;
  }

  /// A loader of its own for the classes, so that they are initialised anew.
  Loader load() {
    if (!errors.isEmpty()) {
      throw new AssertionError(String.join("\n", errors));
    }
    return new Loader(classes);
  }

  /// A loader that also knows what a library has.
  Loader load(Compilation library) {
    classes.putAll(library.classes);
    return load();
  }

  /// Loads compiled classes from memory.
  static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(Loader.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] code = classes.get(name);
      if (code == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, code, 0, code.length);
    }

    /// Calls a static method without parameters.
    Object call(String type, String method) throws ReflectiveOperationException {
      return Class.forName(type, true, this).getMethod(method).invoke(null);
    }

    /// The value of a static field.
    Object field(String type, String name) throws ReflectiveOperationException {
      return Class.forName(type, true, this).getField(name).get(null);
    }
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String text) {
      super(URI.create("string:///" + path(text)), Kind.SOURCE);
      this.text = text;
    }

    private static String path(String text) {
      Matcher in = PACKAGE.matcher(text);
      Matcher type = TYPE.matcher(text);
      String folder = in.find() ? in.group(1).replace('.', '/') + "/" : "";
      return folder + (type.find() ? type.group(1) : "package-info") + ".java";
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /// Keeps what the compiler writes, and shows it the classes of libraries.
  private final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final List<Compilation> libraries;

    Memory(StandardJavaFileManager files, List<Compilation> libraries) {
      super(files);
      this.libraries = libraries;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String className,
        JavaFileObject.Kind kind,
        FileObject sibling) {
      return new Written(className, kind);
    }

    @Override
    public Iterable<JavaFileObject> list(
        JavaFileManager.Location location,
        String packageName,
        Set<JavaFileObject.Kind> kinds,
        boolean recurse)
        throws IOException {
      var all = new ArrayList<JavaFileObject>();
      super.list(location, packageName, kinds, recurse).forEach(all::add);
      if (location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)) {
        for (Compilation library : libraries) {
          library.classes.forEach(
              (name, code) -> {
                if (name.substring(0, name.lastIndexOf('.')).equals(packageName)) {
                  all.add(new Compiled(name, code));
                }
              });
        }
      }
      return all;
    }

    @Override
    public String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
      return file instanceof Compiled compiled
          ? compiled.className
          : super.inferBinaryName(location, file);
    }
  }

  private static final class Compiled extends SimpleJavaFileObject {
    private final String className;
    private final byte[] code;

    Compiled(String className, byte[] code) {
      super(URI.create("library:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
      this.className = className;
      this.code = code;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(code);
    }
  }

  private final class Written extends SimpleJavaFileObject {
    private final String className;
    private byte @Nullable [] content;

    Written(String className, Kind kind) {
      super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
      this.className = className;
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          keep(toByteArray());
        }
      };
    }

    private void keep(byte[] bytes) {
      content = bytes;
      if (kind == Kind.CLASS) {
        classes.put(className, bytes);
      } else {
        generated.put(className, new String(bytes, StandardCharsets.UTF_8));
      }
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return new String(content == null ? new byte[0] : content, StandardCharsets.UTF_8);
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(content == null ? new byte[0] : content);
    }
  }

  @Override
  public String toString() {
    return errors.stream().collect(Collectors.joining("\n"));
  }
}
