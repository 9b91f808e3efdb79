-- While a table is away, rows refer to none; at the end all must be right again.
PRAGMA defer_foreign_keys = ON;

-- ashlar:loses-data drop-table administration: all its rows are lost
DROP TABLE "administration";
