package dev.ashlar.runtime.operation;

import dev.ashlar.data.Bindings;
import dev.ashlar.data.Database;
import dev.ashlar.data.Database.Viewer;
import dev.ashlar.data.driver.Session;
import dev.ashlar.data.sql.Lifted;
import dev.ashlar.model.query.Column;
import dev.ashlar.model.query.EntityModel;
import dev.ashlar.model.query.Expr.Compare;
import dev.ashlar.model.query.Expr.Compare.Operator;
import dev.ashlar.model.query.Expr.Condition;
import dev.ashlar.model.query.Expr.Value;
import dev.ashlar.model.query.Fetched;
import dev.ashlar.model.query.Query.Assignment;
import dev.ashlar.model.query.Query.Insert;
import dev.ashlar.model.query.Query.Lock;
import dev.ashlar.model.query.Query.Select;
import dev.ashlar.model.query.Query.Update;
import dev.ashlar.model.query.Query.Upsert;
import dev.ashlar.model.query.Selection;
import dev.ashlar.runtime.operation.Refusal.Code;
import io.vertx.core.Future;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/// Lets a request be done once, however often it is sent: its key is claimed in the transaction
/// that does it.
///
/// A second request with the key waits for the first one's transaction, and then finds either its
/// answer or no claim.
final class Idempotency {
  private static final EntityModel<JournalTables.Answer> TABLE = JournalTables.IDEMPOTENCY;
  private static final Column<?, ?> ACTOR = TABLE.column("actor").orElseThrow();
  private static final Column<?, ?> KEY = TABLE.column("key").orElseThrow();
  private static final Column<?, ?> FINGERPRINT = TABLE.column("fingerprint").orElseThrow();
  private static final Column<?, ?> AT = TABLE.column("at").orElseThrow();
  private static final Column<?, ?> ANSWER = TABLE.column("answer").orElseThrow();
  private static final Selection STORED =
      Selection.of(
          List.of(TABLE.column("fingerprint").orElseThrow(), TABLE.column("answer").orElseThrow()));

  private final Database database;

  Idempotency(Database database) {
    this.database = database;
  }

  /// Claims the request's key; gives the answer of the earlier request that had it, if there was
  /// one.
  ///
  /// @param fingerprint what the request asks, in a few bytes: a key stands for one request alone
  Future<Optional<Answers>> claim(
      Session session, RequestContext context, String key, byte[] fingerprint) {
    var claim =
        new Insert(
            TABLE,
            List.of(
                Assignment.of(ACTOR, name(context)),
                Assignment.of(KEY, key),
                Assignment.of(FINGERPRINT, fingerprint),
                Assignment.of(AT, context.now())));
    var once = new Upsert(claim, List.of(ACTOR, KEY), List.of());
    return database
        .upsert(session, Lifted.of(once))
        .compose(
            claimed ->
                claimed == 1
                    ? Future.succeededFuture(Optional.empty())
                    : earlier(session, context, key, fingerprint)
                        .compose(
                            found ->
                                found.isPresent()
                                    ? Future.succeededFuture(found)
                                    // It was old, and deleted in between.
                                    : claim(session, context, key, fingerprint)));
  }

  private Future<Optional<Answers>> earlier(
      Session session, RequestContext context, String key, byte[] fingerprint) {
    var select =
        new Select(TABLE, STORED, mine(context, key), List.of(), Optional.empty(), Lock.NONE);
    return database
        .select(session, Lifted.of(select), Viewer.ALL, Bindings.Context.NONE)
        .map(rows -> rows.stream().findFirst().map(row -> answer(row, fingerprint)));
  }

  private static Answers answer(Fetched stored, byte[] fingerprint) {
    if (!MessageDigest.isEqual(stored.bytes(0), fingerprint)) {
      throw new Refusal(
          Code.KEY_REUSED,
          "The idempotency key was used for another request; choose a new key for each request.");
    }
    return Answers.parse(stored.string(1));
  }

  /// Keeps the answer beside the claim.
  Future<Void> keep(Session session, RequestContext context, String key, Outcome outcome) {
    var update =
        new Update(
            TABLE, List.of(Assignment.of(ANSWER, Answers.of(outcome).json())), mine(context, key));
    return database.update(session, Lifted.of(update), Bindings.Context.NONE).mapEmpty();
  }

  private static Condition mine(RequestContext context, String key) {
    return equal(ACTOR, name(context)).and(equal(KEY, key));
  }

  private static Condition equal(Column<?, ?> column, String value) {
    return new Compare(Operator.EQ, column.term(), new Value(column.type(), value), false);
  }

  /// Keys are each actor's own.
  private static String name(RequestContext context) {
    return context.actor().id().map(Object::toString).orElse(context.actor().name());
  }
}
