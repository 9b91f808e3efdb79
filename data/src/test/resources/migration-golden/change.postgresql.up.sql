ALTER TABLE "todos" RENAME TO "tasks";

ALTER TABLE "tasks" RENAME COLUMN "headline" TO "title";

ALTER TABLE "tasks" DROP COLUMN "search";

ALTER TABLE "projects" DROP CONSTRAINT "projects_name_check_not_blank";

DROP INDEX "todos_created_at_index";

ALTER TABLE "tasks" DROP CONSTRAINT "todos_headline_check_size";

ALTER TABLE "tasks" DROP CONSTRAINT "todos_status_check_one_of";

ALTER TABLE "tasks" DROP CONSTRAINT "todos_priority_check_min";

ALTER TABLE "tasks" DROP CONSTRAINT "todos_priority_check_max";

ALTER TABLE "tasks" DROP CONSTRAINT "todos_huge_check_max";

ALTER TABLE "tasks" DROP CONSTRAINT "todos_image_check_size";

ALTER TABLE "tasks" DROP CONSTRAINT "todos_tags_check_size";

-- ashlar:needs-approval drop-column tasks.huge: all its values are lost
ALTER TABLE "tasks" DROP COLUMN "huge";

-- ashlar:needs-approval drop-column tasks.due: all its values are lost
ALTER TABLE "tasks" DROP COLUMN "due";

-- ashlar:needs-approval drop-column tasks.at: all its values are lost
ALTER TABLE "tasks" DROP COLUMN "at";

-- ashlar:needs-approval drop-column tasks.met: all its values are lost
ALTER TABLE "tasks" DROP COLUMN "met";

-- ashlar:needs-approval drop-column tasks.took: all its values are lost
ALTER TABLE "tasks" DROP COLUMN "took";

-- ashlar:needs-approval drop-column tasks.image: all its values are lost
ALTER TABLE "tasks" DROP COLUMN "image";

CREATE TABLE "labels" (
  "id" uuid NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  CONSTRAINT "labels_pk" PRIMARY KEY ("id"),
  CONSTRAINT "labels_name_unique" UNIQUE ("name")
);

ALTER TABLE "projects" ADD COLUMN "before" text COLLATE "C";

ALTER TABLE "projects" ADD COLUMN "label_id" uuid;

ALTER TABLE "tasks" ADD COLUMN "version" int4 NOT NULL DEFAULT 1;

ALTER TABLE "tasks" ALTER COLUMN "version" DROP DEFAULT;

-- ashlar:needs-approval add-required tasks.points: rows that are there get 0; write another value below if it is wrong
ALTER TABLE "tasks" ADD COLUMN "points" int4 NOT NULL DEFAULT 0;

ALTER TABLE "tasks" ALTER COLUMN "points" DROP DEFAULT;

-- ashlar:needs-approval change-type tasks.priority: the table is written anew while everybody waits
ALTER TABLE "tasks" ALTER COLUMN "priority" TYPE int8 USING "priority"::int8;

-- ashlar:needs-approval change-type tasks.views: the table is written anew while everybody waits
ALTER TABLE "tasks" ALTER COLUMN "views" TYPE numeric USING "views"::numeric;

ALTER TABLE "projects" ALTER COLUMN "name" DROP NOT NULL;

ALTER TABLE "tasks" ALTER COLUMN "done" DROP NOT NULL;

ALTER TABLE "tasks" RENAME CONSTRAINT "todos_pk" TO "tasks_pk";

ALTER TABLE "tasks" RENAME CONSTRAINT "todos_project_id_fk" TO "tasks_project_id_fk";

ALTER TABLE "tasks" RENAME CONSTRAINT "todos_parent_id_fk" TO "tasks_parent_id_fk";

ALTER TABLE "tasks" RENAME CONSTRAINT "todos_project_id_headline_unique" TO "tasks_project_id_title_unique";

ALTER INDEX "todos_project_id_index" RENAME TO "tasks_project_id_index";

ALTER INDEX "todos_parent_id_index" RENAME TO "tasks_parent_id_index";

ALTER TABLE "tasks" RENAME CONSTRAINT "todos_headline_check_not_blank" TO "tasks_title_check_not_blank";

ALTER TABLE "tasks" RENAME CONSTRAINT "todos_estimate_check_digits" TO "tasks_estimate_check_digits";

CREATE INDEX "projects_label_id_index" ON "projects" ("label_id", "id");

ALTER TABLE "projects" ADD CONSTRAINT "projects_before_check_size" CHECK (char_length("before") <= 10);

-- ashlar:needs-approval add-index tasks_status_created_at_index: writers of tasks wait while it is built
CREATE INDEX "tasks_status_created_at_index" ON "tasks" ("status", "created_at" DESC, "id" DESC);

ALTER TABLE "tasks" ADD CONSTRAINT "tasks_title_check_size" CHECK (char_length("title") BETWEEN 1 AND 300);

ALTER TABLE "tasks" ADD CONSTRAINT "tasks_status_check_one_of" CHECK ("status" IN ('OPEN', 'DONE', 'ARCHIVED'));

ALTER TABLE "tasks" ADD CONSTRAINT "tasks_priority_check_min" CHECK ("priority" >= 0);

ALTER TABLE "projects" ADD CONSTRAINT "projects_label_id_fk" FOREIGN KEY ("label_id") REFERENCES "labels" ("id");

-- ashlar:needs-approval add-search tasks: the table is written anew while everybody waits
ALTER TABLE "tasks" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce("title", ''))) STORED;

CREATE INDEX "tasks_search_index" ON "tasks" USING gin ("search");
