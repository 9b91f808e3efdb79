package dev.ashlar.data;

import dev.ashlar.data.driver.Driver;
import dev.ashlar.data.driver.Driver.Step;
import dev.ashlar.data.driver.Executor;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Compiler;
import dev.ashlar.data.sql.Dialect;
import dev.ashlar.data.sql.Guard;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.data.sql.Plan;
import dev.ashlar.data.sql.SelectPlan;
import dev.ashlar.data.sql.Shape;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Model;
import dev.ashlar.model.query.Query;
import dev.ashlar.model.query.Query.Count;
import dev.ashlar.model.query.Query.Delete;
import dev.ashlar.model.query.Query.Insert;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Query.Update;
import dev.ashlar.model.query.Query.Upsert;
import dev.ashlar.model.value.Row;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One database with the model it holds: compiles each shape of query once, and runs it.
public final class Database {
  private static final long CACHED_PLANS = 4_000;

  private final Driver driver;
  private final Compiler compiler;
  private final Model model;
  private final PlanCache plans = new PlanCache(CACHED_PLANS);

  public Database(Driver driver, Dialect dialect, Model model) {
    this.driver = driver;
    this.model = model;
    this.compiler = new Compiler(dialect, model);
  }

  /// A reader, and what it may see.
  ///
  /// @param asker equal for all who may see the same under the same version of the rules
  /// @param guard what they may see
  public record Viewer(Object asker, Guard guard) {
    /// Sees everything but what is softly deleted.
    public static final Viewer LIVING = new Viewer("living", Guard.LIVING);

    /// Sees everything.
    public static final Viewer ALL = new Viewer("all", Guard.NONE);
  }

  public Driver driver() {
    return driver;
  }

  public Dialect dialect() {
    return compiler.dialect();
  }

  public Model model() {
    return model;
  }

  /// How well the plans are kept.
  public PlanUse planUse() {
    return new PlanUse(plans.hits(), plans.misses(), plans.size());
  }

  /// How well the plans are kept.
  ///
  /// @param hits queries whose plan was there
  /// @param misses queries that had to be compiled
  /// @param size plans kept
  public record PlanUse(long hits, long misses, long size) {}

  // ---- reads ----

  /// Reads rows in the shape of the query's selection.
  public Future<List<Fetched>> select(
      Executor executor, Lifted<Select> query, Viewer viewer, Bindings.Context context) {
    var plan = plan(query.shape(), viewer);
    return Fetcher.fetch(executor, plan, new Bindings(query.values(), context));
  }

  /// How a query is read by a viewer.
  public SelectPlan plan(Shape<Select> query, Viewer viewer) {
    return plans.plan(query, viewer.asker(), _ -> compiler.select(query, viewer.guard()));
  }

  /// Counts rows.
  public Future<Long> count(
      Executor executor, Lifted<Count> query, Viewer viewer, Bindings.Context context) {
    Plan plan =
        plans.plan(
            query.shape(), viewer.asker(), _ -> compiler.count(query.shape(), viewer.guard()));
    return executor
        .rows(plan.statement(), new Bindings(query.values(), context).of(plan))
        .map(rows -> rows.getFirst().int64(0));
  }

  // ---- writes ----

  /// Inserts a row if its check holds, and what follows from it, in one transaction of its own;
  /// gives the tests of the row, or nothing where the check does not hold.
  public Future<Optional<Row>> insert(
      Lifted<Insert> query, Viewer viewer, Bindings.Context context) {
    return driver.unit(steps(query, viewer, context)).map(rows -> rows.stream().findFirst());
  }

  /// The same in a session.
  public Future<Optional<Row>> insert(
      Session session, Lifted<Insert> query, Viewer viewer, Bindings.Context context) {
    var steps = steps(query, viewer, context);
    var first = steps.getFirst();
    return session
        .rows(first.statement(), first.values())
        .compose(
            rows ->
                rows.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : rest(session, steps, 1).map(Optional.of(rows.getFirst())));
  }

  private static Future<Void> rest(Session session, List<Step> steps, int from) {
    if (from == steps.size()) {
      return Future.succeededFuture();
    }
    var step = steps.get(from);
    return session
        .change(step.statement(), step.values())
        .compose(_ -> rest(session, steps, from + 1));
  }

  private List<Step> steps(Lifted<Insert> query, Viewer viewer, Bindings.Context context) {
    List<Plan> plan =
        plans.plan(
            query.shape(), viewer.asker(), _ -> compiler.unit(query.shape(), viewer.guard()));
    var bindings = new Bindings(query.values(), context);
    return plan.stream().map(each -> new Step(each.statement(), bindings.of(each))).toList();
  }

  /// Tells the tests of a row that would be inserted, or nothing where its check does not hold, and
  /// inserts nothing. What the check reads at the end of references stays as it is until the
  /// transaction ends.
  public Future<Optional<Row>> probe(
      Executor executor, Lifted<Insert> query, Viewer viewer, Bindings.Context context) {
    Plan plan =
        plans.plan(
            query.shape(),
            List.of(viewer.asker(), "probe"),
            _ -> compiler.probe(query.shape(), viewer.guard()));
    return executor
        .rows(plan.statement(), new Bindings(query.values(), context).of(plan))
        .map(rows -> rows.stream().findFirst());
  }

  /// Inserts rows of one entity that all give the same columns, whoever may see them.
  public Future<Integer> insertAll(Executor executor, List<Lifted<Insert>> queries) {
    if (queries.isEmpty()) {
      return Future.succeededFuture(0);
    }
    var shape = queries.getFirst().shape();
    Plan plan = plans.plan(shape, "insert alone", _ -> compiler.insert(shape));
    var values =
        queries.stream()
            .map(query -> new Bindings(query.values(), Bindings.Context.NONE).of(plan))
            .toList();
    return executor.batch(plan.statement(), values);
  }

  /// Changes rows and gives how many.
  public Future<Integer> update(Executor executor, Lifted<Update> query, Bindings.Context context) {
    return change(executor, query, context, plan(query, _ -> compiler.update(query.shape())));
  }

  /// Removes rows and gives how many.
  public Future<Integer> delete(Executor executor, Lifted<Delete> query, Bindings.Context context) {
    return change(executor, query, context, plan(query, _ -> compiler.delete(query.shape())));
  }

  /// Inserts a row or changes the one with the same key.
  public Future<Integer> upsert(Executor executor, Lifted<Upsert> query) {
    return change(
        executor, query, Bindings.Context.NONE, plan(query, _ -> compiler.upsert(query.shape())));
  }

  private Plan plan(Lifted<? extends Query> query, Function<Shape<?>, Plan> compile) {
    return plans.plan(query.shape(), Viewer.ALL.asker(), compile);
  }

  private static Future<Integer> change(
      Executor executor, Lifted<?> query, Bindings.Context context, Plan plan) {
    return executor.change(plan.statement(), new Bindings(query.values(), context).of(plan));
  }
}
