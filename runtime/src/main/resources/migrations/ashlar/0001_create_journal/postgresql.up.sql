-- Who did what to which row, with the row before and after.
CREATE TABLE "ashlar_audit" (
  "id" uuid NOT NULL,
  "at" timestamptz NOT NULL,
  "actor_id" uuid,
  "actor_name" text COLLATE "C",
  "operation" text COLLATE "C" NOT NULL,
  "entity" text COLLATE "C" NOT NULL,
  "entity_id" uuid NOT NULL,
  "request_id" text COLLATE "C" NOT NULL,
  "before" jsonb,
  "after" jsonb,
  CONSTRAINT "ashlar_audit_pk" PRIMARY KEY ("id")
);

-- What was committed, for whoever follows. Sequences alone are not in the order of commits: readers
-- go by transaction first, and stop below the oldest that still runs.
CREATE TABLE "ashlar_outbox" (
  "id" uuid NOT NULL,
  "at" timestamptz NOT NULL,
  "entity" text COLLATE "C" NOT NULL,
  "entity_id" uuid NOT NULL,
  "operation" text COLLATE "C" NOT NULL,
  "payload" jsonb,
  "transaction" xid8 NOT NULL DEFAULT pg_current_xact_id(),
  "sequence" bigint GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT "ashlar_outbox_pk" PRIMARY KEY ("transaction", "sequence")
);

-- Which request was done under which key, and its answer.
CREATE TABLE "ashlar_idempotency" (
  "actor" text COLLATE "C" NOT NULL,
  "key" text COLLATE "C" NOT NULL,
  "fingerprint" bytea NOT NULL,
  "at" timestamptz NOT NULL,
  "status" int4,
  "answer" jsonb,
  CONSTRAINT "ashlar_idempotency_pk" PRIMARY KEY ("actor", "key")
);

-- Which seeds were planted.
CREATE TABLE "ashlar_seeds" (
  "name" text COLLATE "C" NOT NULL,
  "at" timestamptz NOT NULL,
  CONSTRAINT "ashlar_seeds_pk" PRIMARY KEY ("name")
);

-- Random texts that all nodes share, such as what cursors are signed with.
CREATE TABLE "ashlar_secrets" (
  "name" text COLLATE "C" NOT NULL,
  "value" text COLLATE "C" NOT NULL,
  CONSTRAINT "ashlar_secrets_pk" PRIMARY KEY ("name")
);
