package dev.ashlar.runtime.operation;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.runtime.operation.Operation.Batch;
import dev.ashlar.runtime.operation.Operation.Create;
import dev.ashlar.runtime.operation.Operation.Delete;
import dev.ashlar.runtime.operation.Operation.Invoke;
import dev.ashlar.runtime.operation.Operation.Replace;
import dev.ashlar.runtime.operation.Operation.Restore;
import dev.ashlar.runtime.operation.Operation.Update;
import dev.ashlar.runtime.operation.Operation.Upsert;
import dev.ashlar.runtime.operation.Operation.Write;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Collectors;

/// What an operation asks, in 32 bytes: equal for equal operations, and for no others.
final class Fingerprint {
  private Fingerprint() {}

  static byte[] of(Operation operation) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return digest.digest(text(operation).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }

  private static String text(Operation operation) {
    return switch (operation) {
      case Batch(var all) ->
          all.stream().map(Fingerprint::text).collect(Collectors.joining("\n", "batch\n", ""));
      case Write write -> write(write);
      case Read _ -> throw new IllegalArgumentException("A read is done as often as it is asked.");
    };
  }

  private static String write(Write write) {
    return switch (write) {
      case Create(var entity, var values) -> "create " + entity + json(values);
      case Update(var entity, var id, var changes, var version) ->
          "update " + entity + id + version + json(changes);
      case Replace(var entity, var id, var values, var version) ->
          "replace " + entity + id + version + json(values);
      case Upsert(var entity, var key, var values) -> "upsert " + entity + key + json(values);
      case Delete(var entity, var id, var version) -> "delete " + entity + id + version;
      case Restore(var entity, var id, var version) -> "restore " + entity + id + version;
      case Invoke(var entity, var id, var action, var input, var version) ->
          "invoke " + entity + id + version + " " + action + " " + input;
    };
  }

  private static String json(ChangeSet values) {
    return RowJson.text(values, _ -> false);
  }
}
