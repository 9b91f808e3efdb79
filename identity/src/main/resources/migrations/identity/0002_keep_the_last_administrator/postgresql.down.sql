-- ashlar:loses-data drop-table administration: all its rows are lost
DROP TABLE "administration";
