DROP TABLE "ashlar_duties";
DROP INDEX "ashlar_idempotency_at_index";
