CREATE TABLE "administration" (
  "id" uuid NOT NULL,
  "at" timestamptz NOT NULL,
  CONSTRAINT "administration_pk" PRIMARY KEY ("id")
);
