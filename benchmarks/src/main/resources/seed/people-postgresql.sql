INSERT INTO teams (id, name)
SELECT ('01970001-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Team ' || n
FROM generate_series(1, 20) n;

INSERT INTO users (id, email, name)
SELECT ('01970002-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
  'user' || n || '@bench.example', 'User ' || n
FROM generate_series(1, 200) n;
