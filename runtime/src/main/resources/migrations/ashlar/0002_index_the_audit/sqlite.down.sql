DROP INDEX "ashlar_audit_entity_index";
