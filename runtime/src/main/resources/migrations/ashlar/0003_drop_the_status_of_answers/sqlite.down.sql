ALTER TABLE "ashlar_idempotency" ADD COLUMN "status" INTEGER;
