-- ashlar:loses-data drop-column ashlar_outbox.action: which action an event is of
ALTER TABLE "ashlar_outbox" DROP COLUMN "action";

-- ashlar:loses-data drop-column ashlar_audit.action: which action was done
ALTER TABLE "ashlar_audit" DROP COLUMN "action";
