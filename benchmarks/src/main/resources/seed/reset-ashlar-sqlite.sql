DELETE FROM tasks WHERE created_at >= 1767225600000000;
DELETE FROM ashlar_audit;
DELETE FROM ashlar_outbox;
DELETE FROM ashlar_idempotency;
