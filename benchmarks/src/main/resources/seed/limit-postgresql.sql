CREATE TABLE teams (id uuid PRIMARY KEY, name text NOT NULL);
CREATE TABLE users (id uuid PRIMARY KEY, email text NOT NULL UNIQUE, name text NOT NULL);
CREATE TABLE projects (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  team_id uuid NOT NULL REFERENCES teams,
  version int NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL);
CREATE TABLE tasks (
  id uuid PRIMARY KEY,
  title text NOT NULL,
  status text NOT NULL,
  priority int NOT NULL,
  project_id uuid NOT NULL REFERENCES projects,
  assignee_id uuid REFERENCES users,
  estimate numeric,
  version int NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz);
CREATE TABLE audit (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  actor uuid,
  operation text NOT NULL,
  entity text NOT NULL,
  entity_id uuid NOT NULL,
  request_id text,
  before json,
  after json);
CREATE TABLE outbox (
  id uuid PRIMARY KEY,
  topic text NOT NULL,
  entity_id uuid NOT NULL,
  operation text NOT NULL,
  payload json NOT NULL,
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq bigint GENERATED ALWAYS AS IDENTITY);
CREATE INDEX tasks_of_project ON tasks (project_id, created_at, id);
CREATE INDEX projects_by_name ON projects (name, id);
CREATE INDEX outbox_position ON outbox (tx, seq);
