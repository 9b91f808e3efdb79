-- While a table is away, rows refer to none; at the end all must be right again.
PRAGMA defer_foreign_keys = ON;

-- ashlar:loses-data drop-table projects: all its rows are lost
DROP TABLE "projects";

-- ashlar:loses-data drop-table todos: all its rows are lost
DROP TRIGGER "todos_search_update";

DROP TRIGGER "todos_search_delete";

DROP TRIGGER "todos_search_insert";

DROP TABLE "todos_search";

DROP TABLE "todos";
