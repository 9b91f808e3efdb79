-- Takes the demonstration's work out, and lets its member into twenty teams.
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
SELECT ('01970005-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
  member.id,
  ('01970001-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
  (SELECT role_id FROM memberships WHERE user_id = member.id ORDER BY id LIMIT 1)
FROM generate_series(1, 20) n, users member
WHERE member.email = 'member@example.com';
