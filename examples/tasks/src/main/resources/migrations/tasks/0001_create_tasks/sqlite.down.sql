-- While a table is away, rows refer to none; at the end all must be right again.
PRAGMA defer_foreign_keys = ON;

-- ashlar:loses-data drop-table comments: all its rows are lost
DROP TRIGGER "comments_search_update";

DROP TRIGGER "comments_search_delete";

DROP TRIGGER "comments_search_insert";

DROP TABLE "comments_search";

DROP TABLE "comments";

-- ashlar:loses-data drop-table labels: all its rows are lost
DROP TABLE "labels";

-- ashlar:loses-data drop-table projects: all its rows are lost
DROP TRIGGER "projects_search_update";

DROP TRIGGER "projects_search_delete";

DROP TRIGGER "projects_search_insert";

DROP TABLE "projects_search";

DROP TABLE "projects";

-- ashlar:loses-data drop-table task_labels: all its rows are lost
DROP TABLE "task_labels";

-- ashlar:loses-data drop-table tasks: all its rows are lost
DROP TRIGGER "tasks_search_update";

DROP TRIGGER "tasks_search_delete";

DROP TRIGGER "tasks_search_insert";

DROP TABLE "tasks_search";

DROP TABLE "tasks";
