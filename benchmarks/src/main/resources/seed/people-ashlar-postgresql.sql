-- Takes the demonstration's work out, and lets its lead and its member into twenty teams.
TRUNCATE projects CASCADE;

INSERT INTO teams (id, name, version, created_at, updated_at)
SELECT ('01970001-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Bench team ' || n,
  1, now(), now()
FROM generate_series(1, 20) n;

INSERT INTO users (id, email, name, active, version, created_at, updated_at)
SELECT ('01970002-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
  'user' || n || '@bench.example', 'User ' || n, true, 1, now(), now()
FROM generate_series(1, 200) n;

INSERT INTO memberships (id, user_id, team_id, role_id)
SELECT gen_random_uuid(), person.id,
  ('01970001-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
  (SELECT role_id FROM memberships WHERE user_id = person.id ORDER BY id LIMIT 1)
FROM generate_series(1, 20) n, users person
WHERE person.email IN ('lead@example.com', 'member@example.com');
