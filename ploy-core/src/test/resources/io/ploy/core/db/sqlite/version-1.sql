CREATE TABLE "ploy_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
CREATE INDEX "ploy_schema_history_s_idx" ON "ploy_schema_history" ("success");
INSERT INTO ploy_schema_history VALUES (1, '1', 'journal and lease', 'SQL', 'V1__journal_and_lease.sql', -1438460608, '', '2026-11-26 01:16:08.569', 11, 1);
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
INSERT INTO journal VALUES (1, 1772366400000000001, 0, 1901199677, x'14010a6e756d62657220312078');
INSERT INTO journal VALUES (2, 1772366400000000002, 0, -891559131, x'14010b6e756d6265722032207878');
