-- ashlar:loses-data drop-table ashlar_audit: the audit entries
DROP TABLE "ashlar_audit";
-- ashlar:loses-data drop-table ashlar_outbox: events that nobody has read yet
DROP TABLE "ashlar_outbox";
-- ashlar:loses-data drop-table ashlar_idempotency: requests sent again are done again
DROP TABLE "ashlar_idempotency";
-- ashlar:loses-data drop-table ashlar_seeds: seeds are planted again
DROP TABLE "ashlar_seeds";
-- ashlar:loses-data drop-table ashlar_secrets: cursors that clients hold are refused
DROP TABLE "ashlar_secrets";
