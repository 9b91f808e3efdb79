CREATE TABLE "comments" (
  "id" uuid NOT NULL,
  "task_id" uuid NOT NULL,
  "author_id" uuid NOT NULL,
  "body" text COLLATE "C" NOT NULL,
  "version" int4 NOT NULL,
  "created_at" timestamptz NOT NULL,
  "updated_at" timestamptz NOT NULL,
  "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce("body", ''))) STORED,
  CONSTRAINT "comments_pk" PRIMARY KEY ("id"),
  CONSTRAINT "comments_body_check_not_blank" CHECK (btrim("body", E' \t\n\r\f\x0B') <> ''),
  CONSTRAINT "comments_body_check_size" CHECK (char_length("body") <= 4000)
);

CREATE INDEX "comments_task_id_index" ON "comments" ("task_id", "id");

CREATE INDEX "comments_author_id_index" ON "comments" ("author_id", "id");

CREATE INDEX "comments_search_index" ON "comments" USING gin ("search");

CREATE TABLE "labels" (
  "id" uuid NOT NULL,
  "team_id" uuid NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "color" text COLLATE "C" NOT NULL,
  "version" int4 NOT NULL,
  CONSTRAINT "labels_pk" PRIMARY KEY ("id"),
  CONSTRAINT "labels_team_id_name_unique" UNIQUE ("team_id", "name"),
  CONSTRAINT "labels_name_check_not_blank" CHECK (btrim("name", E' \t\n\r\f\x0B') <> ''),
  CONSTRAINT "labels_name_check_size" CHECK (char_length("name") <= 40)
);

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

CREATE TABLE "task_labels" (
  "id" uuid NOT NULL,
  "task_id" uuid NOT NULL,
  "label_id" uuid NOT NULL,
  CONSTRAINT "task_labels_pk" PRIMARY KEY ("id"),
  CONSTRAINT "task_labels_task_id_label_id_unique" UNIQUE ("task_id", "label_id")
);

CREATE INDEX "task_labels_label_id_index" ON "task_labels" ("label_id", "id");

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

ALTER TABLE "comments" ADD CONSTRAINT "comments_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "tasks" ("id");

ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_fk" FOREIGN KEY ("author_id") REFERENCES "users" ("id");

ALTER TABLE "labels" ADD CONSTRAINT "labels_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "teams" ("id");

ALTER TABLE "projects" ADD CONSTRAINT "projects_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "teams" ("id");

ALTER TABLE "task_labels" ADD CONSTRAINT "task_labels_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "tasks" ("id");

ALTER TABLE "task_labels" ADD CONSTRAINT "task_labels_label_id_fk" FOREIGN KEY ("label_id") REFERENCES "labels" ("id");

ALTER TABLE "tasks" ADD CONSTRAINT "tasks_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects" ("id");

ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignee_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "users" ("id");
