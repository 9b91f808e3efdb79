-- While a table is away, rows refer to none; at the end all must be right again.
PRAGMA defer_foreign_keys = ON;

DROP TRIGGER "todos_search_update";

DROP TRIGGER "todos_search_delete";

DROP TRIGGER "todos_search_insert";

DROP TABLE "todos_search";

ALTER TABLE "todos" RENAME TO "tasks";

ALTER TABLE "tasks" RENAME COLUMN "headline" TO "title";

DROP INDEX "todos_created_at_index";

DROP INDEX "todos_project_id_headline_unique";

DROP INDEX "todos_project_id_index";

DROP INDEX "todos_parent_id_index";

CREATE TABLE "labels" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX "labels_name_unique" ON "labels" ("name");

-- ashlar:needs-approval drop-column tasks.huge: all its values are lost
-- ashlar:needs-approval drop-column tasks.due: all its values are lost
-- ashlar:needs-approval drop-column tasks.at: all its values are lost
-- ashlar:needs-approval drop-column tasks.met: all its values are lost
-- ashlar:needs-approval drop-column tasks.took: all its values are lost
-- ashlar:needs-approval drop-column tasks.image: all its values are lost
-- ashlar:needs-approval add-required tasks.points: rows that are there get 0; write another value below if it is wrong
-- ashlar:needs-approval change-type tasks.priority: the table is written anew while everybody waits
-- ashlar:needs-approval change-type tasks.views: the table is written anew while everybody waits
-- ashlar:needs-approval add-index tasks_status_created_at_index: writers of tasks wait while it is built
-- ashlar:needs-approval add-search tasks: the table is written anew while everybody waits
CREATE TEMP TABLE "ashlar_copy" AS
  SELECT "id", "title", "body", "status", CASE WHEN "priority" IS NULL OR (CAST("priority" AS INTEGER) = "priority") THEN CAST("priority" AS INTEGER) ELSE json("priority" || ' does not fit') END AS "priority", "done", CAST("views" AS TEXT) AS "views", "ratio", "estimate", "created_at", 1 AS "version", 0 AS "points", "tags", "project_id", "parent_id"
  FROM "tasks";

DROP TABLE "tasks";

CREATE TABLE "tasks" (
  "rowid" INTEGER PRIMARY KEY,
  "id" BLOB NOT NULL UNIQUE,
  "title" TEXT NOT NULL
    CONSTRAINT "tasks_title_check_not_blank" CHECK (trim("title", char(32, 9, 10, 11, 12, 13)) <> '')
    CONSTRAINT "tasks_title_check_size" CHECK (length("title") BETWEEN 1 AND 300),
  "body" TEXT,
  "status" TEXT NOT NULL
    CONSTRAINT "tasks_status_check_one_of" CHECK ("status" IN ('OPEN', 'DONE', 'ARCHIVED')),
  "priority" INTEGER NOT NULL
    CONSTRAINT "tasks_priority_check_min" CHECK ("priority" >= 0),
  "done" INTEGER,
  "views" TEXT COLLATE ASHLAR_DECIMAL NOT NULL,
  "ratio" REAL,
  "estimate" TEXT COLLATE ASHLAR_DECIMAL
    CONSTRAINT "tasks_estimate_check_digits" CHECK ("estimate" > '-100000000' AND "estimate" < '100000000'),
  "created_at" INTEGER NOT NULL,
  "version" INTEGER NOT NULL,
  "points" INTEGER NOT NULL,
  "tags" TEXT,
  "project_id" BLOB NOT NULL
    CONSTRAINT "tasks_project_id_fk" REFERENCES "projects" ("id"),
  "parent_id" BLOB
    CONSTRAINT "tasks_parent_id_fk" REFERENCES "tasks" ("id")
) STRICT;

INSERT INTO "tasks" ("id", "title", "body", "status", "priority", "done", "views", "ratio", "estimate", "created_at", "version", "points", "tags", "project_id", "parent_id")
  SELECT "id", "title", "body", "status", "priority", "done", "views", "ratio", "estimate", "created_at", "version", "points", "tags", "project_id", "parent_id"
  FROM temp."ashlar_copy";

DROP TABLE temp."ashlar_copy";

CREATE UNIQUE INDEX "tasks_project_id_title_unique" ON "tasks" ("project_id", "title");

CREATE INDEX "tasks_project_id_index" ON "tasks" ("project_id", "id");

CREATE INDEX "tasks_parent_id_index" ON "tasks" ("parent_id", "id");

CREATE INDEX "tasks_status_created_at_index" ON "tasks" ("status", "created_at" DESC, "id" DESC);

CREATE VIRTUAL TABLE "tasks_search" USING fts5 ("title", content = "tasks", content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 0');

CREATE TRIGGER "tasks_search_insert" AFTER INSERT ON "tasks" BEGIN
  INSERT INTO "tasks_search" (rowid, "title") VALUES (new.rowid, new."title");
END;

CREATE TRIGGER "tasks_search_delete" AFTER DELETE ON "tasks" BEGIN
  INSERT INTO "tasks_search" ("tasks_search", rowid, "title") VALUES ('delete', old.rowid, old."title");
END;

CREATE TRIGGER "tasks_search_update" AFTER UPDATE OF "title" ON "tasks" BEGIN
  INSERT INTO "tasks_search" ("tasks_search", rowid, "title") VALUES ('delete', old.rowid, old."title");
  INSERT INTO "tasks_search" (rowid, "title") VALUES (new.rowid, new."title");
END;

INSERT INTO "tasks_search" ("tasks_search") VALUES ('rebuild');

CREATE TEMP TABLE "ashlar_copy" AS
  SELECT "id", "name", "newest_id", NULL AS "before", NULL AS "label_id"
  FROM "projects";

DROP TABLE "projects";

CREATE TABLE "projects" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "name" TEXT,
  "newest_id" BLOB
    CONSTRAINT "projects_newest_id_fk" REFERENCES "tasks" ("id"),
  "before" TEXT
    CONSTRAINT "projects_before_check_size" CHECK (length("before") <= 10),
  "label_id" BLOB
    CONSTRAINT "projects_label_id_fk" REFERENCES "labels" ("id")
) STRICT;

INSERT INTO "projects" ("id", "name", "newest_id", "before", "label_id")
  SELECT "id", "name", "newest_id", "before", "label_id"
  FROM temp."ashlar_copy";

DROP TABLE temp."ashlar_copy";

CREATE INDEX "projects_newest_id_index" ON "projects" ("newest_id", "id");

CREATE INDEX "projects_label_id_index" ON "projects" ("label_id", "id");
