CREATE TABLE "comments" (
  "rowid" INTEGER PRIMARY KEY,
  "id" BLOB NOT NULL UNIQUE,
  "task_id" BLOB NOT NULL
    CONSTRAINT "comments_task_id_fk" REFERENCES "tasks" ("id"),
  "author_id" BLOB NOT NULL
    CONSTRAINT "comments_author_id_fk" REFERENCES "users" ("id"),
  "body" TEXT NOT NULL
    CONSTRAINT "comments_body_check_not_blank" CHECK (trim("body", char(32, 9, 10, 11, 12, 13)) <> '')
    CONSTRAINT "comments_body_check_size" CHECK (length("body") <= 4000),
  "version" INTEGER NOT NULL,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL
) STRICT;

CREATE INDEX "comments_task_id_index" ON "comments" ("task_id", "id");

CREATE INDEX "comments_author_id_index" ON "comments" ("author_id", "id");

CREATE VIRTUAL TABLE "comments_search" USING fts5 ("body", content = "comments", content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 0');

CREATE TRIGGER "comments_search_insert" AFTER INSERT ON "comments" BEGIN
  INSERT INTO "comments_search" (rowid, "body") VALUES (new.rowid, new."body");
END;

CREATE TRIGGER "comments_search_delete" AFTER DELETE ON "comments" BEGIN
  INSERT INTO "comments_search" ("comments_search", rowid, "body") VALUES ('delete', old.rowid, old."body");
END;

CREATE TRIGGER "comments_search_update" AFTER UPDATE OF "body" ON "comments" BEGIN
  INSERT INTO "comments_search" ("comments_search", rowid, "body") VALUES ('delete', old.rowid, old."body");
  INSERT INTO "comments_search" (rowid, "body") VALUES (new.rowid, new."body");
END;

CREATE TABLE "labels" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "team_id" BLOB NOT NULL
    CONSTRAINT "labels_team_id_fk" REFERENCES "teams" ("id"),
  "name" TEXT NOT NULL
    CONSTRAINT "labels_name_check_not_blank" CHECK (trim("name", char(32, 9, 10, 11, 12, 13)) <> '')
    CONSTRAINT "labels_name_check_size" CHECK (length("name") <= 40),
  "color" TEXT NOT NULL,
  "version" INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX "labels_team_id_name_unique" ON "labels" ("team_id", "name");

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
  INSERT INTO "projects_search" (rowid, "name") VALUES (new.rowid, new."name");
END;

CREATE TRIGGER "projects_search_delete" AFTER DELETE ON "projects" BEGIN
  INSERT INTO "projects_search" ("projects_search", rowid, "name") VALUES ('delete', old.rowid, old."name");
END;

CREATE TRIGGER "projects_search_update" AFTER UPDATE OF "name" ON "projects" BEGIN
  INSERT INTO "projects_search" ("projects_search", rowid, "name") VALUES ('delete', old.rowid, old."name");
  INSERT INTO "projects_search" (rowid, "name") VALUES (new.rowid, new."name");
END;

CREATE TABLE "task_labels" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "task_id" BLOB NOT NULL
    CONSTRAINT "task_labels_task_id_fk" REFERENCES "tasks" ("id"),
  "label_id" BLOB NOT NULL
    CONSTRAINT "task_labels_label_id_fk" REFERENCES "labels" ("id")
) STRICT;

CREATE UNIQUE INDEX "task_labels_task_id_label_id_unique" ON "task_labels" ("task_id", "label_id");

CREATE INDEX "task_labels_label_id_index" ON "task_labels" ("label_id", "id");

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
  "estimate" TEXT COLLATE ASHLAR_DECIMAL
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
  INSERT INTO "tasks_search" (rowid, "title") VALUES (new.rowid, new."title");
END;

CREATE TRIGGER "tasks_search_delete" AFTER DELETE ON "tasks" BEGIN
  INSERT INTO "tasks_search" ("tasks_search", rowid, "title") VALUES ('delete', old.rowid, old."title");
END;

CREATE TRIGGER "tasks_search_update" AFTER UPDATE OF "title" ON "tasks" BEGIN
  INSERT INTO "tasks_search" ("tasks_search", rowid, "title") VALUES ('delete', old.rowid, old."title");
  INSERT INTO "tasks_search" (rowid, "title") VALUES (new.rowid, new."title");
END;
