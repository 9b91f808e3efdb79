-- The tables of the example application, as its migrations make them: who stands at the limit writes
-- the same rows, keeps the same indexes and checks the same constraints.
CREATE TABLE teams (id BLOB NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT;

CREATE TABLE users (id BLOB NOT NULL PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;

CREATE TABLE "projects" (
  "rowid" INTEGER PRIMARY KEY,
  "id" BLOB NOT NULL UNIQUE,
  "name" TEXT NOT NULL
    CONSTRAINT "projects_name_check_not_blank" CHECK (trim("name", char(32, 9, 10, 11, 12, 13)) <> '')
    CONSTRAINT "projects_name_check_size" CHECK (length("name") <= 120),
  "team_id" BLOB NOT NULL
    CONSTRAINT "projects_team_id_fk" REFERENCES "teams" ("id"),
  "version" INTEGER NOT NULL,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL
) STRICT;

CREATE INDEX "projects_name_index" ON "projects" ("name", "id");

CREATE INDEX "projects_team_id_index" ON "projects" ("team_id", "id");

CREATE VIRTUAL TABLE "projects_search" USING fts5 ("name", content = "projects", content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 0');

CREATE TRIGGER "projects_search_insert" AFTER INSERT ON "projects" BEGIN
  INSERT INTO "projects_search" (rowid, "name") VALUES (new.rowid, new."name"); END;

CREATE TRIGGER "projects_search_delete" AFTER DELETE ON "projects" BEGIN
  INSERT INTO "projects_search" ("projects_search", rowid, "name") VALUES ('delete', old.rowid, old."name"); END;

CREATE TRIGGER "projects_search_update" AFTER UPDATE OF "name" ON "projects" BEGIN
  INSERT INTO "projects_search" ("projects_search", rowid, "name") VALUES ('delete', old.rowid, old."name"); INSERT INTO "projects_search" (rowid, "name") VALUES (new.rowid, new."name"); END;

CREATE TABLE "tasks" (
  "rowid" INTEGER PRIMARY KEY,
  "id" BLOB NOT NULL UNIQUE,
  "title" TEXT NOT NULL
    CONSTRAINT "tasks_title_check_not_blank" CHECK (trim("title", char(32, 9, 10, 11, 12, 13)) <> '')
    CONSTRAINT "tasks_title_check_size" CHECK (length("title") <= 200),
  "status" TEXT NOT NULL
    CONSTRAINT "tasks_status_check_one_of" CHECK ("status" IN ('OPEN', 'IN_PROGRESS', 'DONE', 'ARCHIVED')),
  "priority" INTEGER NOT NULL
    CONSTRAINT "tasks_priority_check_min" CHECK ("priority" >= 0)
    CONSTRAINT "tasks_priority_check_max" CHECK ("priority" <= 5),
  "project_id" BLOB NOT NULL
    CONSTRAINT "tasks_project_id_fk" REFERENCES "projects" ("id"),
  "assignee_id" BLOB
    CONSTRAINT "tasks_assignee_id_fk" REFERENCES "users" ("id"),
  "estimate" TEXT
    CONSTRAINT "tasks_estimate_check_min" CHECK ("estimate" >= '0'),
  "version" INTEGER NOT NULL,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL,
  "deleted_at" INTEGER
) STRICT;

CREATE INDEX "tasks_project_id_created_at_id_index" ON "tasks" ("project_id", "created_at", "id");

CREATE INDEX "tasks_created_at_id_index" ON "tasks" ("created_at", "id");

CREATE INDEX "tasks_assignee_id_index" ON "tasks" ("assignee_id", "id");

CREATE VIRTUAL TABLE "tasks_search" USING fts5 ("title", content = "tasks", content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 0');

CREATE TRIGGER "tasks_search_insert" AFTER INSERT ON "tasks" BEGIN
  INSERT INTO "tasks_search" (rowid, "title") VALUES (new.rowid, new."title"); END;

CREATE TRIGGER "tasks_search_delete" AFTER DELETE ON "tasks" BEGIN
  INSERT INTO "tasks_search" ("tasks_search", rowid, "title") VALUES ('delete', old.rowid, old."title"); END;

CREATE TRIGGER "tasks_search_update" AFTER UPDATE OF "title" ON "tasks" BEGIN
  INSERT INTO "tasks_search" ("tasks_search", rowid, "title") VALUES ('delete', old.rowid, old."title"); INSERT INTO "tasks_search" (rowid, "title") VALUES (new.rowid, new."title"); END;

CREATE TABLE "audit" (
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

CREATE INDEX "audit_entity_index" ON "audit" ("entity", "entity_id", "at");

CREATE TABLE "outbox" (
  "position" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  "id" BLOB NOT NULL,
  "at" INTEGER NOT NULL,
  "entity" TEXT NOT NULL,
  "entity_id" BLOB NOT NULL,
  "operation" TEXT NOT NULL,
  "payload" TEXT
) STRICT;
