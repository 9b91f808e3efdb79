DELETE FROM tasks WHERE created_at >= '2026-01-01';
TRUNCATE ashlar_audit, ashlar_outbox, ashlar_idempotency;
