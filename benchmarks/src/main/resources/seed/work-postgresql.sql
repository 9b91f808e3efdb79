INSERT INTO projects (id, name, team_id, version, created_at, updated_at)
SELECT ('01970003-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
  'Project ' || lpad((n * 617 % 1000)::text, 4, '0'),
  ('01970001-0000-7000-8000-' || lpad(to_hex(1 + n % 20), 12, '0'))::uuid,
  1, at, at
FROM generate_series(1, 1000) n,
  LATERAL (SELECT timestamptz '2024-12-01 00:00:00.000001Z' + n * interval '37 minutes') t (at);

INSERT INTO tasks (id, title, status, priority, project_id, assignee_id, estimate, version,
  created_at, updated_at)
SELECT ('01970004-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
  (array['Prepare', 'Review', 'Measure', 'Repair', 'Describe'])[1 + n % 5] || ' the '
    || (array['login', 'invoice', 'search', 'export'])[1 + n % 4] || ' of customer ' || n,
  (array['OPEN', 'IN_PROGRESS', 'DONE', 'ARCHIVED'])[1 + n % 4],
  n % 6,
  ('01970003-0000-7000-8000-' || lpad(to_hex(1 + n * 7919 % 1000), 12, '0'))::uuid,
  CASE WHEN n % 2 = 0
    THEN ('01970002-0000-7000-8000-' || lpad(to_hex(1 + n / 2 % 200), 12, '0'))::uuid END,
  CASE WHEN n % 3 = 0 THEN n % 40 * 0.25 END,
  1, at, at
FROM generate_series(1, 100000) n,
  LATERAL (SELECT timestamptz '2025-01-01 00:00:00.000001Z' + n * interval '5.000123 minutes') t (at);
