-- Who did what to which row, with the row before and after.
CREATE TABLE "ashlar_audit" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "at" INTEGER NOT NULL,
  "actor_id" BLOB,
  "actor_name" TEXT,
  "operation" TEXT NOT NULL,
  "entity" TEXT NOT NULL,
  "entity_id" BLOB NOT NULL,
  "request_id" TEXT NOT NULL,
  "before" TEXT,
  "after" TEXT
) STRICT, WITHOUT ROWID;

-- What was committed, for whoever follows; the single writer makes the position the order of
-- commits.
CREATE TABLE "ashlar_outbox" (
  "position" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "id" BLOB NOT NULL,
  "at" INTEGER NOT NULL,
  "entity" TEXT NOT NULL,
  "entity_id" BLOB NOT NULL,
  "operation" TEXT NOT NULL,
  "payload" TEXT
) STRICT;

-- Which request was done under which key, and its answer.
CREATE TABLE "ashlar_idempotency" (
  "actor" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "fingerprint" BLOB NOT NULL,
  "at" INTEGER NOT NULL,
  "status" INTEGER,
  "answer" TEXT,
  PRIMARY KEY ("actor", "key")
) STRICT, WITHOUT ROWID;

-- Which seeds were planted.
CREATE TABLE "ashlar_seeds" (
  "name" TEXT NOT NULL PRIMARY KEY,
  "at" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Random texts that all nodes share, such as what cursors are signed with.
CREATE TABLE "ashlar_secrets" (
  "name" TEXT NOT NULL PRIMARY KEY,
  "value" TEXT NOT NULL
) STRICT, WITHOUT ROWID;
