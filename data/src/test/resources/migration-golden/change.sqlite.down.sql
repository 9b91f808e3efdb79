-- While a table is away, rows refer to none; at the end all must be right again.
PRAGMA defer_foreign_keys = ON;

DROP TRIGGER "tasks_search_update";

DROP TRIGGER "tasks_search_delete";

DROP TRIGGER "tasks_search_insert";

DROP TABLE "tasks_search";

ALTER TABLE "tasks" RENAME TO "todos";

ALTER TABLE "todos" RENAME COLUMN "title" TO "headline";

DROP INDEX "tasks_status_created_at_index";

DROP INDEX "tasks_project_id_title_unique";

DROP INDEX "tasks_project_id_index";

DROP INDEX "tasks_parent_id_index";

DROP INDEX "projects_label_id_index";

-- ashlar:loses-data drop-column todos.version: all its values are lost
-- ashlar:loses-data drop-column todos.points: all its values are lost
-- change-type todos.priority: fractions, and numbers that are too large, are refused; the table is written anew while everybody waits
-- change-type todos.views: fractions, and numbers that are too large, are refused; the table is written anew while everybody waits
-- require todos.done: refused while rows hold null; fill them first, and no running program may still write null
-- add-index todos_created_at_index: writers of todos wait while it is built
-- add-check todos_headline_check_size: refused while rows break the rule; writers wait meanwhile
-- add-check todos_status_check_one_of: refused while rows break the rule; writers wait meanwhile
-- add-check todos_priority_check_max: refused while rows break the rule; writers wait meanwhile
-- add-check todos_tags_check_size: refused while rows break the rule; writers wait meanwhile
-- add-search todos: the table is written anew while everybody waits
CREATE TEMP TABLE "ashlar_copy" AS
  SELECT "id", "headline", "body", "status", CASE WHEN "priority" IS NULL OR (CAST("priority" AS INTEGER) = "priority" AND CAST("priority" AS INTEGER) BETWEEN -2147483648 AND 2147483647) THEN CAST("priority" AS INTEGER) ELSE json("priority" || ' does not fit') END AS "priority", "done", CASE WHEN "views" IS NULL OR (CAST("views" AS INTEGER) = "views") THEN CAST("views" AS INTEGER) ELSE json("views" || ' does not fit') END AS "views", "ratio", "estimate", NULL AS "huge", "created_at", NULL AS "due", NULL AS "at", NULL AS "met", NULL AS "took", NULL AS "image", "tags", "project_id", "parent_id"
  FROM "todos";

DROP TABLE "todos";

CREATE TABLE "todos" (
  "rowid" INTEGER PRIMARY KEY,
  "id" BLOB NOT NULL UNIQUE,
  "headline" TEXT NOT NULL
    CONSTRAINT "todos_headline_check_not_blank" CHECK (trim("headline", char(32, 9, 10, 11, 12, 13)) <> '')
    CONSTRAINT "todos_headline_check_size" CHECK (length("headline") BETWEEN 1 AND 200),
  "body" TEXT,
  "status" TEXT NOT NULL
    CONSTRAINT "todos_status_check_one_of" CHECK ("status" IN ('OPEN', 'DONE')),
  "priority" INTEGER NOT NULL
    CONSTRAINT "todos_priority_check_min" CHECK ("priority" >= 0)
    CONSTRAINT "todos_priority_check_max" CHECK ("priority" <= 5),
  "done" INTEGER NOT NULL,
  "views" INTEGER NOT NULL,
  "ratio" REAL,
  "estimate" TEXT COLLATE ASHLAR_DECIMAL
    CONSTRAINT "todos_estimate_check_digits" CHECK ("estimate" > '-100000000' AND "estimate" < '100000000'),
  "huge" TEXT COLLATE ASHLAR_DECIMAL
    CONSTRAINT "todos_huge_check_max" CHECK ("huge" < '1000000000000000000000000000000'),
  "created_at" INTEGER NOT NULL,
  "due" INTEGER,
  "at" INTEGER,
  "met" INTEGER,
  "took" INTEGER,
  "image" BLOB
    CONSTRAINT "todos_image_check_size" CHECK (length("image") <= 1000),
  "tags" TEXT
    CONSTRAINT "todos_tags_check_size" CHECK (json_array_length("tags") <= 3),
  "project_id" BLOB NOT NULL
    CONSTRAINT "todos_project_id_fk" REFERENCES "projects" ("id"),
  "parent_id" BLOB
    CONSTRAINT "todos_parent_id_fk" REFERENCES "todos" ("id")
) STRICT;

INSERT INTO "todos" ("id", "headline", "body", "status", "priority", "done", "views", "ratio", "estimate", "huge", "created_at", "due", "at", "met", "took", "image", "tags", "project_id", "parent_id")
  SELECT "id", "headline", "body", "status", "priority", "done", "views", "ratio", "estimate", "huge", "created_at", "due", "at", "met", "took", "image", "tags", "project_id", "parent_id"
  FROM temp."ashlar_copy";

DROP TABLE temp."ashlar_copy";

CREATE UNIQUE INDEX "todos_project_id_headline_unique" ON "todos" ("project_id", "headline");

CREATE INDEX "todos_project_id_index" ON "todos" ("project_id", "id");

CREATE INDEX "todos_parent_id_index" ON "todos" ("parent_id", "id");

CREATE INDEX "todos_created_at_index" ON "todos" ("created_at" DESC, "id" DESC);

CREATE VIRTUAL TABLE "todos_search" USING fts5 ("headline", "body", content = "todos", content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 0');

CREATE TRIGGER "todos_search_insert" AFTER INSERT ON "todos" BEGIN
  INSERT INTO "todos_search" (rowid, "headline", "body") VALUES (new.rowid, new."headline", new."body");
END;

CREATE TRIGGER "todos_search_delete" AFTER DELETE ON "todos" BEGIN
  INSERT INTO "todos_search" ("todos_search", rowid, "headline", "body") VALUES ('delete', old.rowid, old."headline", old."body");
END;

CREATE TRIGGER "todos_search_update" AFTER UPDATE OF "headline", "body" ON "todos" BEGIN
  INSERT INTO "todos_search" ("todos_search", rowid, "headline", "body") VALUES ('delete', old.rowid, old."headline", old."body");
  INSERT INTO "todos_search" (rowid, "headline", "body") VALUES (new.rowid, new."headline", new."body");
END;

INSERT INTO "todos_search" ("todos_search") VALUES ('rebuild');

-- ashlar:loses-data drop-column projects.before: all its values are lost
-- ashlar:loses-data drop-column projects.label_id: all its values are lost
-- require projects.name: refused while rows hold null; fill them first, and no running program may still write null
-- add-check projects_name_check_not_blank: refused while rows break the rule; writers wait meanwhile
CREATE TEMP TABLE "ashlar_copy" AS
  SELECT "id", "name", "newest_id"
  FROM "projects";

DROP TABLE "projects";

CREATE TABLE "projects" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL
    CONSTRAINT "projects_name_check_not_blank" CHECK (trim("name", char(32, 9, 10, 11, 12, 13)) <> ''),
  "newest_id" BLOB
    CONSTRAINT "projects_newest_id_fk" REFERENCES "todos" ("id")
) STRICT;

INSERT INTO "projects" ("id", "name", "newest_id")
  SELECT "id", "name", "newest_id"
  FROM temp."ashlar_copy";

DROP TABLE temp."ashlar_copy";

CREATE INDEX "projects_newest_id_index" ON "projects" ("newest_id", "id");

-- ashlar:loses-data drop-table labels: all its rows are lost
DROP TABLE "labels";
