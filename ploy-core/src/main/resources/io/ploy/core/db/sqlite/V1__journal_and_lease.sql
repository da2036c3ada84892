CREATE TABLE journal (
  seq      INTEGER PRIMARY KEY CHECK (seq > 0),
  at_nanos INTEGER NOT NULL,
  token    INTEGER NOT NULL,
  crc32c   INTEGER NOT NULL,
  body     BLOB    NOT NULL
) STRICT;

CREATE TABLE lease (
  account TEXT    NOT NULL PRIMARY KEY,
  token   INTEGER NOT NULL CHECK (token > 0)
) STRICT;
