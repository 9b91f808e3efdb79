ALTER TABLE "ashlar_idempotency" ADD COLUMN "status" int4;
