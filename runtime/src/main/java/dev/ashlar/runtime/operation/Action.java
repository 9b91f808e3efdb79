package dev.ashlar.runtime.operation;

import dev.ashlar.model.query.ChangeSet;
import dev.ashlar.model.query.EntityModel;

/// A named action on one row, beyond create, update and delete: plain, blocking Java within one
/// transaction.
///
/// @param <T> the entity
public interface Action<T> {
  /// The name in URLs and policies, such as `archive`.
  String name();

  /// Does it. The actor may do so, as the policy's `allowAction` says, and the row is locked.
  ///
  /// That right stands for the right to update the row and its columns, and for nothing else: the
  /// changes given back pass the same hooks and checks, and are written down, as those of an
  /// update. Changes to this row are given back; other rows are written through repositories, which
  /// hold the actor to all their rules.
  ///
  /// @param row the row with every column
  /// @param input the request's JSON text; empty where it has none
  /// @return the changes to make to the row; nothing changes nothing
  ChangeSet run(RequestContext context, EntityModel<T> entity, ChangeSet row, String input);
}
