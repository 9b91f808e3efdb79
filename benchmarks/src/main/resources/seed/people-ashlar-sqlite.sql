-- Takes the demonstration's work out, and lets its lead and its member into twenty teams.
DELETE FROM comments;
DELETE FROM task_labels;
DELETE FROM tasks;
DELETE FROM projects;

INSERT INTO teams (id, name, version, created_at, updated_at)
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 20)
SELECT unhex('0197000100007000' || '8000' || printf('%012x', n)), 'Bench team ' || n,
  1, 1733011200000001, 1733011200000001
FROM numbers;

INSERT INTO users (id, email, name, active, version, created_at, updated_at)
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 200)
SELECT unhex('0197000200007000' || '8000' || printf('%012x', n)),
  'user' || n || '@bench.example', 'User ' || n, 1, 1, 1733011200000001, 1733011200000001
FROM numbers;

INSERT INTO memberships (id, user_id, team_id, role_id)
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 20)
SELECT randomblob(16), person.id,
  unhex('0197000100007000' || '8000' || printf('%012x', n)),
  (SELECT role_id FROM memberships WHERE user_id = person.id ORDER BY id LIMIT 1)
FROM numbers, users person
WHERE person.email IN ('lead@example.com', 'member@example.com');
