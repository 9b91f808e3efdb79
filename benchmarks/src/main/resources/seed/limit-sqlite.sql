CREATE TABLE teams (id BLOB PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE users (id BLOB PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;
CREATE TABLE projects (
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  team_id BLOB NOT NULL REFERENCES teams,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL) STRICT;
CREATE TABLE tasks (
  id BLOB PRIMARY KEY,
  title TEXT NOT NULL,
  status TEXT NOT NULL,
  priority INTEGER NOT NULL,
  project_id BLOB NOT NULL REFERENCES projects,
  assignee_id BLOB REFERENCES users,
  estimate TEXT,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER) STRICT;
CREATE TABLE audit (
  id BLOB PRIMARY KEY,
  at INTEGER NOT NULL,
  actor BLOB,
  operation TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id BLOB NOT NULL,
  request_id TEXT,
  before TEXT,
  after TEXT) STRICT;
CREATE TABLE outbox (
  id BLOB NOT NULL UNIQUE,
  topic TEXT NOT NULL,
  entity_id BLOB NOT NULL,
  operation TEXT NOT NULL,
  payload TEXT NOT NULL,
  seq INTEGER PRIMARY KEY AUTOINCREMENT) STRICT;
CREATE INDEX tasks_of_project ON tasks (project_id, created_at, id);
CREATE INDEX projects_by_name ON projects (name, id);
