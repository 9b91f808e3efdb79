-- An answer sent again has the status that its rows call for.
-- ashlar:needs-approval drop-column ashlar_idempotency.status: nothing wrote or read it
ALTER TABLE "ashlar_idempotency" DROP COLUMN "status";
