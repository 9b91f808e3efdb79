INSERT INTO projects (id, name, team_id, version, created_at, updated_at)
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1000)
SELECT unhex('0197000300007000' || '8000' || printf('%012x', n)),
  'Project ' || printf('%04d', n * 617 % 1000),
  unhex('0197000100007000' || '8000' || printf('%012x', 1 + n % 20)),
  1,
  1733011200000001 + n * 37 * 60000000,
  1733011200000001 + n * 37 * 60000000
FROM numbers;

INSERT INTO tasks (id, title, status, priority, project_id, assignee_id, estimate, version,
  created_at, updated_at)
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000)
SELECT unhex('0197000400007000' || '8000' || printf('%012x', n)),
  CASE n % 5 WHEN 0 THEN 'Prepare' WHEN 1 THEN 'Review' WHEN 2 THEN 'Measure'
    WHEN 3 THEN 'Repair' ELSE 'Describe' END || ' the '
    || CASE n % 4 WHEN 0 THEN 'login' WHEN 1 THEN 'invoice' WHEN 2 THEN 'search' ELSE 'export' END
    || ' of customer ' || n,
  CASE n % 4 WHEN 0 THEN 'OPEN' WHEN 1 THEN 'IN_PROGRESS' WHEN 2 THEN 'DONE' ELSE 'ARCHIVED' END,
  n % 6,
  unhex('0197000300007000' || '8000' || printf('%012x', 1 + n * 7919 % 1000)),
  CASE WHEN n % 2 = 0
    THEN unhex('0197000200007000' || '8000' || printf('%012x', 1 + n / 2 % 200)) END,
  CASE WHEN n % 3 = 0 THEN printf('%.2f', n % 40 * 0.25) END,
  1,
  1735689600000001 + n * 300007380,
  1735689600000001 + n * 300007380
FROM numbers;
