CREATE TABLE "projects" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL
    CONSTRAINT "projects_name_check_not_blank" CHECK (trim("name", char(32, 9, 10, 11, 12, 13)) <> ''),
  "newest_id" BLOB
    CONSTRAINT "projects_newest_id_fk" REFERENCES "todos" ("id")
) STRICT;

CREATE INDEX "projects_newest_id_index" ON "projects" ("newest_id", "id");

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
