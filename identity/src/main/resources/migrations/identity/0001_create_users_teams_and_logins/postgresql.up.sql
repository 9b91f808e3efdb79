CREATE TABLE "credentials" (
  "id" uuid NOT NULL,
  "user_id" uuid NOT NULL,
  "password_hash" text COLLATE "C" NOT NULL,
  "changed_at" timestamptz NOT NULL,
  CONSTRAINT "credentials_pk" PRIMARY KEY ("id"),
  CONSTRAINT "credentials_user_id_unique" UNIQUE ("user_id")
);

CREATE TABLE "grants" (
  "id" uuid NOT NULL,
  "user_id" uuid NOT NULL,
  "role_id" uuid NOT NULL,
  CONSTRAINT "grants_pk" PRIMARY KEY ("id"),
  CONSTRAINT "grants_user_id_role_id_unique" UNIQUE ("user_id", "role_id")
);

CREATE INDEX "grants_role_id_index" ON "grants" ("role_id", "id");

CREATE TABLE "identity_changes" (
  "id" uuid NOT NULL,
  "at" timestamptz NOT NULL,
  "kind" text COLLATE "C" NOT NULL,
  "subject" uuid,
  CONSTRAINT "identity_changes_pk" PRIMARY KEY ("id"),
  CONSTRAINT "identity_changes_kind_check_one_of" CHECK ("kind" IN ('USER', 'EVERYBODY', 'SESSION'))
);

CREATE INDEX "identity_changes_at_index" ON "identity_changes" ("at", "id");

CREATE TABLE "login_sessions" (
  "id" uuid NOT NULL,
  "user_id" uuid NOT NULL,
  "started_at" timestamptz NOT NULL,
  "expires_at" timestamptz NOT NULL,
  "ended_at" timestamptz,
  CONSTRAINT "login_sessions_pk" PRIMARY KEY ("id")
);

CREATE INDEX "login_sessions_user_id_index" ON "login_sessions" ("user_id", "id");

CREATE TABLE "memberships" (
  "id" uuid NOT NULL,
  "user_id" uuid NOT NULL,
  "team_id" uuid NOT NULL,
  "role_id" uuid NOT NULL,
  CONSTRAINT "memberships_pk" PRIMARY KEY ("id"),
  CONSTRAINT "memberships_user_id_team_id_unique" UNIQUE ("user_id", "team_id")
);

CREATE INDEX "memberships_team_id_index" ON "memberships" ("team_id", "id");

CREATE INDEX "memberships_role_id_index" ON "memberships" ("role_id", "id");

CREATE TABLE "refresh_tokens" (
  "id" uuid NOT NULL,
  "hash" text COLLATE "C" NOT NULL,
  "session_id" uuid NOT NULL,
  "issued_at" timestamptz NOT NULL,
  "expires_at" timestamptz NOT NULL,
  "used_at" timestamptz,
  CONSTRAINT "refresh_tokens_pk" PRIMARY KEY ("id"),
  CONSTRAINT "refresh_tokens_hash_unique" UNIQUE ("hash")
);

CREATE INDEX "refresh_tokens_session_id_index" ON "refresh_tokens" ("session_id", "id");

CREATE TABLE "roles" (
  "id" uuid NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "parent_id" uuid,
  "permissions" jsonb NOT NULL,
  "version" int4 NOT NULL,
  CONSTRAINT "roles_pk" PRIMARY KEY ("id"),
  CONSTRAINT "roles_name_unique" UNIQUE ("name"),
  CONSTRAINT "roles_name_check_not_blank" CHECK (btrim("name", E' \t\n\r\f\x0B') <> ''),
  CONSTRAINT "roles_name_check_size" CHECK (char_length("name") <= 100)
);

CREATE INDEX "roles_parent_id_index" ON "roles" ("parent_id", "id");

CREATE TABLE "signing_keys" (
  "id" uuid NOT NULL,
  "generation" int4 NOT NULL,
  "active_from" timestamptz NOT NULL,
  "public_key" bytea NOT NULL,
  "private_key" bytea NOT NULL,
  CONSTRAINT "signing_keys_pk" PRIMARY KEY ("id"),
  CONSTRAINT "signing_keys_generation_unique" UNIQUE ("generation")
);

CREATE TABLE "teams" (
  "id" uuid NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "version" int4 NOT NULL,
  "created_at" timestamptz NOT NULL,
  "updated_at" timestamptz NOT NULL,
  "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce("name", ''))) STORED,
  CONSTRAINT "teams_pk" PRIMARY KEY ("id"),
  CONSTRAINT "teams_name_unique" UNIQUE ("name"),
  CONSTRAINT "teams_name_check_not_blank" CHECK (btrim("name", E' \t\n\r\f\x0B') <> ''),
  CONSTRAINT "teams_name_check_size" CHECK (char_length("name") <= 100)
);

CREATE INDEX "teams_search_index" ON "teams" USING gin ("search");

CREATE TABLE "users" (
  "id" uuid NOT NULL,
  "email" text COLLATE "C" NOT NULL,
  "name" text COLLATE "C" NOT NULL,
  "active" boolean NOT NULL,
  "email_verified_at" timestamptz,
  "version" int4 NOT NULL,
  "created_at" timestamptz NOT NULL,
  "updated_at" timestamptz NOT NULL,
  "search" tsvector GENERATED ALWAYS AS (to_tsvector('simple', coalesce("name", ''))) STORED,
  CONSTRAINT "users_pk" PRIMARY KEY ("id"),
  CONSTRAINT "users_email_unique" UNIQUE ("email"),
  CONSTRAINT "users_email_check_not_blank" CHECK (btrim("email", E' \t\n\r\f\x0B') <> ''),
  CONSTRAINT "users_email_check_size" CHECK (char_length("email") <= 254),
  CONSTRAINT "users_name_check_not_blank" CHECK (btrim("name", E' \t\n\r\f\x0B') <> ''),
  CONSTRAINT "users_name_check_size" CHECK (char_length("name") <= 200)
);

CREATE INDEX "users_search_index" ON "users" USING gin ("search");

ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users" ("id");

ALTER TABLE "grants" ADD CONSTRAINT "grants_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users" ("id");

ALTER TABLE "grants" ADD CONSTRAINT "grants_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "roles" ("id");

ALTER TABLE "login_sessions" ADD CONSTRAINT "login_sessions_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users" ("id");

ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users" ("id");

ALTER TABLE "memberships" ADD CONSTRAINT "memberships_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "teams" ("id");

ALTER TABLE "memberships" ADD CONSTRAINT "memberships_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "roles" ("id");

ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "login_sessions" ("id");

ALTER TABLE "roles" ADD CONSTRAINT "roles_parent_id_fk" FOREIGN KEY ("parent_id") REFERENCES "roles" ("id");
