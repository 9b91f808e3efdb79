CREATE TABLE "credentials" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "user_id" BLOB NOT NULL
    CONSTRAINT "credentials_user_id_fk" REFERENCES "users" ("id"),
  "password_hash" TEXT NOT NULL,
  "changed_at" INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX "credentials_user_id_unique" ON "credentials" ("user_id");

CREATE TABLE "grants" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "user_id" BLOB NOT NULL
    CONSTRAINT "grants_user_id_fk" REFERENCES "users" ("id"),
  "role_id" BLOB NOT NULL
    CONSTRAINT "grants_role_id_fk" REFERENCES "roles" ("id")
) STRICT;

CREATE UNIQUE INDEX "grants_user_id_role_id_unique" ON "grants" ("user_id", "role_id");

CREATE INDEX "grants_role_id_index" ON "grants" ("role_id", "id");

CREATE TABLE "identity_changes" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "at" INTEGER NOT NULL,
  "kind" TEXT NOT NULL
    CONSTRAINT "identity_changes_kind_check_one_of" CHECK ("kind" IN ('USER', 'EVERYBODY', 'SESSION')),
  "subject" BLOB
) STRICT;

CREATE INDEX "identity_changes_at_index" ON "identity_changes" ("at", "id");

CREATE TABLE "login_sessions" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "user_id" BLOB NOT NULL
    CONSTRAINT "login_sessions_user_id_fk" REFERENCES "users" ("id"),
  "started_at" INTEGER NOT NULL,
  "expires_at" INTEGER NOT NULL,
  "ended_at" INTEGER
) STRICT;

CREATE INDEX "login_sessions_user_id_index" ON "login_sessions" ("user_id", "id");

CREATE TABLE "memberships" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "user_id" BLOB NOT NULL
    CONSTRAINT "memberships_user_id_fk" REFERENCES "users" ("id"),
  "team_id" BLOB NOT NULL
    CONSTRAINT "memberships_team_id_fk" REFERENCES "teams" ("id"),
  "role_id" BLOB NOT NULL
    CONSTRAINT "memberships_role_id_fk" REFERENCES "roles" ("id")
) STRICT;

CREATE UNIQUE INDEX "memberships_user_id_team_id_unique" ON "memberships" ("user_id", "team_id");

CREATE INDEX "memberships_team_id_index" ON "memberships" ("team_id", "id");

CREATE INDEX "memberships_role_id_index" ON "memberships" ("role_id", "id");

CREATE TABLE "refresh_tokens" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "hash" TEXT NOT NULL,
  "session_id" BLOB NOT NULL
    CONSTRAINT "refresh_tokens_session_id_fk" REFERENCES "login_sessions" ("id"),
  "issued_at" INTEGER NOT NULL,
  "expires_at" INTEGER NOT NULL,
  "used_at" INTEGER
) STRICT;

CREATE UNIQUE INDEX "refresh_tokens_hash_unique" ON "refresh_tokens" ("hash");

CREATE INDEX "refresh_tokens_session_id_index" ON "refresh_tokens" ("session_id", "id");

CREATE TABLE "roles" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL
    CONSTRAINT "roles_name_check_not_blank" CHECK (trim("name", char(32, 9, 10, 11, 12, 13)) <> '')
    CONSTRAINT "roles_name_check_size" CHECK (length("name") <= 100),
  "parent_id" BLOB
    CONSTRAINT "roles_parent_id_fk" REFERENCES "roles" ("id"),
  "permissions" TEXT NOT NULL,
  "version" INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX "roles_name_unique" ON "roles" ("name");

CREATE INDEX "roles_parent_id_index" ON "roles" ("parent_id", "id");

CREATE TABLE "signing_keys" (
  "id" BLOB NOT NULL PRIMARY KEY,
  "generation" INTEGER NOT NULL,
  "active_from" INTEGER NOT NULL,
  "public_key" BLOB NOT NULL,
  "private_key" BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX "signing_keys_generation_unique" ON "signing_keys" ("generation");

CREATE TABLE "teams" (
  "rowid" INTEGER PRIMARY KEY,
  "id" BLOB NOT NULL UNIQUE,
  "name" TEXT NOT NULL
    CONSTRAINT "teams_name_check_not_blank" CHECK (trim("name", char(32, 9, 10, 11, 12, 13)) <> '')
    CONSTRAINT "teams_name_check_size" CHECK (length("name") <= 100),
  "version" INTEGER NOT NULL,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX "teams_name_unique" ON "teams" ("name");

CREATE VIRTUAL TABLE "teams_search" USING fts5 ("name", content = "teams", content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 0');

CREATE TRIGGER "teams_search_insert" AFTER INSERT ON "teams" BEGIN
  INSERT INTO "teams_search" (rowid, "name") VALUES (new.rowid, new."name");
END;

CREATE TRIGGER "teams_search_delete" AFTER DELETE ON "teams" BEGIN
  INSERT INTO "teams_search" ("teams_search", rowid, "name") VALUES ('delete', old.rowid, old."name");
END;

CREATE TRIGGER "teams_search_update" AFTER UPDATE OF "name" ON "teams" BEGIN
  INSERT INTO "teams_search" ("teams_search", rowid, "name") VALUES ('delete', old.rowid, old."name");
  INSERT INTO "teams_search" (rowid, "name") VALUES (new.rowid, new."name");
END;

CREATE TABLE "users" (
  "rowid" INTEGER PRIMARY KEY,
  "id" BLOB NOT NULL UNIQUE,
  "email" TEXT NOT NULL
    CONSTRAINT "users_email_check_not_blank" CHECK (trim("email", char(32, 9, 10, 11, 12, 13)) <> '')
    CONSTRAINT "users_email_check_size" CHECK (length("email") <= 254),
  "name" TEXT NOT NULL
    CONSTRAINT "users_name_check_not_blank" CHECK (trim("name", char(32, 9, 10, 11, 12, 13)) <> '')
    CONSTRAINT "users_name_check_size" CHECK (length("name") <= 200),
  "active" INTEGER NOT NULL,
  "email_verified_at" INTEGER,
  "version" INTEGER NOT NULL,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX "users_email_unique" ON "users" ("email");

CREATE VIRTUAL TABLE "users_search" USING fts5 ("name", content = "users", content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 0');

CREATE TRIGGER "users_search_insert" AFTER INSERT ON "users" BEGIN
  INSERT INTO "users_search" (rowid, "name") VALUES (new.rowid, new."name");
END;

CREATE TRIGGER "users_search_delete" AFTER DELETE ON "users" BEGIN
  INSERT INTO "users_search" ("users_search", rowid, "name") VALUES ('delete', old.rowid, old."name");
END;

CREATE TRIGGER "users_search_update" AFTER UPDATE OF "name" ON "users" BEGIN
  INSERT INTO "users_search" ("users_search", rowid, "name") VALUES ('delete', old.rowid, old."name");
  INSERT INTO "users_search" (rowid, "name") VALUES (new.rowid, new."name");
END;
