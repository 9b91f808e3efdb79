-- What was done to one row, in its order.
CREATE INDEX "ashlar_audit_entity_index" ON "ashlar_audit" ("entity", "entity_id", "at");
