INSERT INTO teams (id, name)
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 20)
SELECT unhex('0197000100007000' || '8000' || printf('%012x', n)), 'Team ' || n FROM numbers;

INSERT INTO users (id, email, name)
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 200)
SELECT unhex('0197000200007000' || '8000' || printf('%012x', n)),
  'user' || n || '@bench.example', 'User ' || n
FROM numbers;
