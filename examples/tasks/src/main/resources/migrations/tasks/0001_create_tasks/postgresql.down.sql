-- ashlar:loses-data drop-table comments: all its rows are lost
-- ashlar:loses-data drop-table labels: all its rows are lost
-- ashlar:loses-data drop-table projects: all its rows are lost
-- ashlar:loses-data drop-table task_labels: all its rows are lost
-- ashlar:loses-data drop-table tasks: all its rows are lost
DROP TABLE "comments", "labels", "projects", "task_labels", "tasks";
