-- The tables of the example application, as its migrations make them: who stands at the limit writes
-- the same rows, keeps the same indexes and checks the same constraints.
CREATE TABLE teams (id uuid PRIMARY KEY, name text COLLATE "C" NOT NULL);

CREATE TABLE users (id uuid PRIMARY KEY, email text NOT NULL UNIQUE, name text NOT NULL);

CREATE TABLE "projects" (
  "id" uuid NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "team_id" uuid NOT NULL,
  "version" int4 NOT NULL,
  "created_at" timestamptz NOT NULL,
  "updated_at" timestamptz NOT NULL,
  "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce("name", ''))) STORED,
  CONSTRAINT "projects_pk" PRIMARY KEY ("id"),
  CONSTRAINT "projects_name_check_not_blank" CHECK (btrim("name", E' \t\n\r\f\x0B') <> ''),
  CONSTRAINT "projects_name_check_size" CHECK (char_length("name") <= 120)
);

CREATE INDEX "projects_name_index" ON "projects" ("name", "id");

CREATE INDEX "projects_team_id_index" ON "projects" ("team_id", "id");

CREATE INDEX "projects_search_index" ON "projects" USING gin ("search");

CREATE TABLE "tasks" (
  "id" uuid NOT NULL,
  "title" text COLLATE "C" NOT NULL,
  "status" text COLLATE "C" NOT NULL,
  "priority" int4 NOT NULL,
  "project_id" uuid NOT NULL,
  "assignee_id" uuid,
  "estimate" numeric,
  "version" int4 NOT NULL,
  "created_at" timestamptz NOT NULL,
  "updated_at" timestamptz NOT NULL,
  "deleted_at" timestamptz,
  "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce("title", ''))) STORED,
  CONSTRAINT "tasks_pk" PRIMARY KEY ("id"),
  CONSTRAINT "tasks_title_check_not_blank" CHECK (btrim("title", E' \t\n\r\f\x0B') <> ''),
  CONSTRAINT "tasks_title_check_size" CHECK (char_length("title") <= 200),
  CONSTRAINT "tasks_status_check_one_of" CHECK ("status" IN ('OPEN', 'IN_PROGRESS', 'DONE', 'ARCHIVED')),
  CONSTRAINT "tasks_priority_check_min" CHECK ("priority" >= 0),
  CONSTRAINT "tasks_priority_check_max" CHECK ("priority" <= 5),
  CONSTRAINT "tasks_estimate_check_min" CHECK ("estimate" >= 0)
);

CREATE INDEX "tasks_project_id_created_at_id_index" ON "tasks" ("project_id", "created_at", "id");

CREATE INDEX "tasks_created_at_id_index" ON "tasks" ("created_at", "id");

CREATE INDEX "tasks_assignee_id_index" ON "tasks" ("assignee_id", "id");

CREATE INDEX "tasks_search_index" ON "tasks" USING gin ("search");

ALTER TABLE "projects" ADD CONSTRAINT "projects_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "teams" ("id");

ALTER TABLE "tasks" ADD CONSTRAINT "tasks_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects" ("id");

ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignee_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "users" ("id");

CREATE TABLE "audit" (
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
  CONSTRAINT "audit_pk" PRIMARY KEY ("id")
);

CREATE INDEX "audit_entity_index" ON "audit" ("entity", "entity_id", "at");

CREATE TABLE "outbox" (
  "id" uuid NOT NULL,
  "at" timestamptz NOT NULL,
  "entity" text COLLATE "C" NOT NULL,
  "entity_id" uuid NOT NULL,
  "operation" text COLLATE "C" NOT NULL,
  "payload" jsonb,
  "transaction" xid8 NOT NULL DEFAULT pg_current_xact_id(),
  "sequence" bigint GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT "outbox_pk" PRIMARY KEY ("transaction", "sequence")
);
