-- ashlar:loses-data drop-table projects: all its rows are lost
-- ashlar:loses-data drop-table todos: all its rows are lost
DROP TABLE "projects", "todos";
