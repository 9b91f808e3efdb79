-- Which action it was, where the operation is one.
ALTER TABLE "ashlar_audit" ADD COLUMN "action" text COLLATE "C";

ALTER TABLE "ashlar_outbox" ADD COLUMN "action" text COLLATE "C";
