-- While a table is away, rows refer to none; at the end all must be right again.
PRAGMA defer_foreign_keys = ON;

-- ashlar:loses-data drop-table credentials: all its rows are lost
DROP TABLE "credentials";

-- ashlar:loses-data drop-table grants: all its rows are lost
DROP TABLE "grants";

-- ashlar:loses-data drop-table identity_changes: all its rows are lost
DROP TABLE "identity_changes";

-- ashlar:loses-data drop-table login_sessions: all its rows are lost
DROP TABLE "login_sessions";

-- ashlar:loses-data drop-table memberships: all its rows are lost
DROP TABLE "memberships";

-- ashlar:loses-data drop-table refresh_tokens: all its rows are lost
DROP TABLE "refresh_tokens";

-- ashlar:loses-data drop-table roles: all its rows are lost
DROP TABLE "roles";

-- ashlar:loses-data drop-table signing_keys: all its rows are lost
DROP TABLE "signing_keys";

-- ashlar:loses-data drop-table teams: all its rows are lost
DROP TRIGGER "teams_search_update";

DROP TRIGGER "teams_search_delete";

DROP TRIGGER "teams_search_insert";

DROP TABLE "teams_search";

DROP TABLE "teams";

-- ashlar:loses-data drop-table users: all its rows are lost
DROP TRIGGER "users_search_update";

DROP TRIGGER "users_search_delete";

DROP TRIGGER "users_search_insert";

DROP TABLE "users_search";

DROP TABLE "users";
