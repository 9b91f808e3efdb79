CREATE TABLE "projects" (
  "id" uuid NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "newest_id" uuid,
  CONSTRAINT "projects_pk" PRIMARY KEY ("id"),
  CONSTRAINT "projects_name_check_not_blank" CHECK (btrim("name", E' \t\n\r\f\x0B') <> '')
);

CREATE INDEX "projects_newest_id_index" ON "projects" ("newest_id", "id");

CREATE TABLE "todos" (
  "id" uuid NOT NULL,
  "headline" text COLLATE "C" NOT NULL,
  "body" text COLLATE "C",
  "status" text COLLATE "C" NOT NULL,
  "priority" int4 NOT NULL,
  "done" boolean NOT NULL,
  "views" int8 NOT NULL,
  "ratio" float8,
  "estimate" numeric,
  "huge" numeric,
  "created_at" timestamptz NOT NULL,
  "due" date,
  "at" time,
  "met" timestamp,
  "took" int8,
  "image" bytea,
  "tags" jsonb,
  "project_id" uuid NOT NULL,
  "parent_id" uuid,
  "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce("headline", '') || ' ' || coalesce("body", ''))) STORED,
  CONSTRAINT "todos_pk" PRIMARY KEY ("id"),
  CONSTRAINT "todos_project_id_headline_unique" UNIQUE ("project_id", "headline"),
  CONSTRAINT "todos_headline_check_not_blank" CHECK (btrim("headline", E' \t\n\r\f\x0B') <> ''),
  CONSTRAINT "todos_headline_check_size" CHECK (char_length("headline") BETWEEN 1 AND 200),
  CONSTRAINT "todos_status_check_one_of" CHECK ("status" IN ('OPEN', 'DONE')),
  CONSTRAINT "todos_priority_check_min" CHECK ("priority" >= 0),
  CONSTRAINT "todos_priority_check_max" CHECK ("priority" <= 5),
  CONSTRAINT "todos_estimate_check_digits" CHECK ("estimate" > -100000000 AND "estimate" < 100000000 AND scale(trim_scale("estimate")) <= 2),
  CONSTRAINT "todos_huge_check_max" CHECK ("huge" < 1000000000000000000000000000000),
  CONSTRAINT "todos_image_check_size" CHECK (octet_length("image") <= 1000),
  CONSTRAINT "todos_tags_check_size" CHECK (jsonb_array_length("tags") <= 3)
);

CREATE INDEX "todos_project_id_index" ON "todos" ("project_id", "id");

CREATE INDEX "todos_parent_id_index" ON "todos" ("parent_id", "id");

CREATE INDEX "todos_created_at_index" ON "todos" ("created_at" DESC, "id" DESC);

CREATE INDEX "todos_search_index" ON "todos" USING gin ("search");

ALTER TABLE "projects" ADD CONSTRAINT "projects_newest_id_fk" FOREIGN KEY ("newest_id") REFERENCES "todos" ("id");

ALTER TABLE "todos" ADD CONSTRAINT "todos_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "projects" ("id");

ALTER TABLE "todos" ADD CONSTRAINT "todos_parent_id_fk" FOREIGN KEY ("parent_id") REFERENCES "todos" ("id");
