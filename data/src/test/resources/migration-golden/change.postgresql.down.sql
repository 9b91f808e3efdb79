ALTER TABLE "tasks" RENAME TO "todos";

ALTER TABLE "todos" RENAME COLUMN "title" TO "headline";

ALTER TABLE "todos" DROP COLUMN "search";

ALTER TABLE "projects" DROP CONSTRAINT "projects_label_id_fk";

DROP INDEX "projects_label_id_index";

ALTER TABLE "projects" DROP CONSTRAINT "projects_before_check_size";

DROP INDEX "tasks_status_created_at_index";

ALTER TABLE "todos" DROP CONSTRAINT "tasks_title_check_size";

ALTER TABLE "todos" DROP CONSTRAINT "tasks_status_check_one_of";

ALTER TABLE "todos" DROP CONSTRAINT "tasks_priority_check_min";

-- ashlar:loses-data drop-column projects.before: all its values are lost
ALTER TABLE "projects" DROP COLUMN "before";

-- ashlar:loses-data drop-column projects.label_id: all its values are lost
ALTER TABLE "projects" DROP COLUMN "label_id";

-- ashlar:loses-data drop-column todos.version: all its values are lost
ALTER TABLE "todos" DROP COLUMN "version";

-- ashlar:loses-data drop-column todos.points: all its values are lost
ALTER TABLE "todos" DROP COLUMN "points";

-- ashlar:loses-data drop-table labels: all its rows are lost
DROP TABLE "labels";

ALTER TABLE "todos" ADD COLUMN "huge" numeric;

ALTER TABLE "todos" ADD COLUMN "due" date;

ALTER TABLE "todos" ADD COLUMN "at" time;

ALTER TABLE "todos" ADD COLUMN "met" timestamp;

ALTER TABLE "todos" ADD COLUMN "took" int8;

ALTER TABLE "todos" ADD COLUMN "image" bytea;

-- change-type todos.priority: fractions, and numbers that are too large, are refused; the table is written anew while everybody waits
ALTER TABLE "todos" ALTER COLUMN "priority" TYPE int4 USING "priority"::int4;

-- change-type todos.views: fractions, and numbers that are too large, are refused; the table is written anew while everybody waits
ALTER TABLE "todos" ALTER COLUMN "views" TYPE int8 USING CASE WHEN "views" = trunc("views") THEN trunc("views")::int8 ELSE ("views"::text || ' has a fraction')::int8 END;

-- require projects.name: refused while rows hold null; fill them first, and no running program may still write null
ALTER TABLE "projects" ALTER COLUMN "name" SET NOT NULL;

-- require todos.done: refused while rows hold null; fill them first, and no running program may still write null
ALTER TABLE "todos" ALTER COLUMN "done" SET NOT NULL;

ALTER TABLE "todos" RENAME CONSTRAINT "tasks_pk" TO "todos_pk";

ALTER TABLE "todos" RENAME CONSTRAINT "tasks_project_id_fk" TO "todos_project_id_fk";

ALTER TABLE "todos" RENAME CONSTRAINT "tasks_parent_id_fk" TO "todos_parent_id_fk";

ALTER TABLE "todos" RENAME CONSTRAINT "tasks_project_id_title_unique" TO "todos_project_id_headline_unique";

ALTER INDEX "tasks_project_id_index" RENAME TO "todos_project_id_index";

ALTER INDEX "tasks_parent_id_index" RENAME TO "todos_parent_id_index";

ALTER TABLE "todos" RENAME CONSTRAINT "tasks_title_check_not_blank" TO "todos_headline_check_not_blank";

ALTER TABLE "todos" RENAME CONSTRAINT "tasks_estimate_check_digits" TO "todos_estimate_check_digits";

-- add-check projects_name_check_not_blank: refused while rows break the rule; writers wait meanwhile
ALTER TABLE "projects" ADD CONSTRAINT "projects_name_check_not_blank" CHECK (btrim("name", E' \t\n\r\f\x0B') <> '');

-- add-index todos_created_at_index: writers of todos wait while it is built
CREATE INDEX "todos_created_at_index" ON "todos" ("created_at" DESC, "id" DESC);

-- add-check todos_headline_check_size: refused while rows break the rule; writers wait meanwhile
ALTER TABLE "todos" ADD CONSTRAINT "todos_headline_check_size" CHECK (char_length("headline") BETWEEN 1 AND 200);

-- add-check todos_status_check_one_of: refused while rows break the rule; writers wait meanwhile
ALTER TABLE "todos" ADD CONSTRAINT "todos_status_check_one_of" CHECK ("status" IN ('OPEN', 'DONE'));

ALTER TABLE "todos" ADD CONSTRAINT "todos_priority_check_min" CHECK ("priority" >= 0);

-- add-check todos_priority_check_max: refused while rows break the rule; writers wait meanwhile
ALTER TABLE "todos" ADD CONSTRAINT "todos_priority_check_max" CHECK ("priority" <= 5);

ALTER TABLE "todos" ADD CONSTRAINT "todos_huge_check_max" CHECK ("huge" < 1000000000000000000000000000000);

ALTER TABLE "todos" ADD CONSTRAINT "todos_image_check_size" CHECK (octet_length("image") <= 1000);

-- add-check todos_tags_check_size: refused while rows break the rule; writers wait meanwhile
ALTER TABLE "todos" ADD CONSTRAINT "todos_tags_check_size" CHECK (jsonb_array_length("tags") <= 3);

-- add-search todos: the table is written anew while everybody waits
ALTER TABLE "todos" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce("headline", '') || ' ' || coalesce("body", ''))) STORED;

CREATE INDEX "todos_search_index" ON "todos" USING gin ("search");
