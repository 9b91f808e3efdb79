-- Answers from before a moment, the oldest first.
CREATE INDEX "ashlar_idempotency_at_index" ON "ashlar_idempotency" ("at");

-- When a node last took its turn at what only one of them is to do.
CREATE TABLE "ashlar_duties" (
  "name" TEXT NOT NULL PRIMARY KEY,
  "at" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
