package dev.ashlar.testing.database;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/// Gives a test class one run, and one database, per kind that [OnDatabase] names.
final class DatabaseExtension implements ClassTemplateInvocationContextProvider {
  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    var chosen = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OnDatabase.class);
    return Stream.of(chosen.orElseThrow().value()).map(kind -> new Run(kind, TestDatabase::create));
  }

  /// One run of the class, on a database that is opened when it begins.
  record Run(DatabaseKind kind, Function<DatabaseKind, TestDatabase> opener)
      implements ClassTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return "on " + kind;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new Supply(kind, opener));
    }
  }

  /// Makes the run's database, hands it out and deletes it. It keeps the database itself, because a
  /// constructor's context does not see what was stored for the run.
  private static final class Supply
      implements BeforeClassTemplateInvocationCallback,
          AfterClassTemplateInvocationCallback,
          ParameterResolver {
    private final DatabaseKind kind;
    private final Function<DatabaseKind, TestDatabase> opener;
    private volatile @Nullable TestDatabase database;

    Supply(DatabaseKind kind, Function<DatabaseKind, TestDatabase> opener) {
      this.kind = kind;
      this.opener = opener;
    }

    @Override
    public void beforeClassTemplateInvocation(ExtensionContext context) {
      try {
        database = opener.apply(kind);
      } catch (DatabaseUnavailableException e) {
        throw new TestAbortedException("not run on " + kind + ": " + e.getMessage(), e);
      }
    }

    @Override
    public void afterClassTemplateInvocation(ExtensionContext context) {
      var open = database;
      if (open != null) {
        open.close();
      }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public @Nullable TestDatabase resolveParameter(
        ParameterContext parameter, ExtensionContext context) {
      return database;
    }
  }
}
