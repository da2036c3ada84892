CREATE TABLE ploy_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone NOT NULL DEFAULT now(),
    execution_time integer NOT NULL,
    success boolean NOT NULL,
    CONSTRAINT ploy_schema_history_pk PRIMARY KEY (installed_rank)
);
CREATE INDEX ploy_schema_history_s_idx ON ploy_schema_history (success);
INSERT INTO ploy_schema_history VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"ploy1"', NULL, 'postgres', '2026-11-26 01:16:11.790516', 0, true);
INSERT INTO ploy_schema_history VALUES (1, '1', 'journal and lease', 'SQL', 'V1__journal_and_lease.sql', 38254157, 'postgres', '2026-11-26 01:16:11.811411', 5, true);
CREATE TABLE journal (
  seq      bigint  PRIMARY KEY CHECK (seq > 0),
  at_nanos bigint  NOT NULL,
  token    bigint  NOT NULL,
  crc32c   integer NOT NULL,
  body     bytea   NOT NULL
);
COMMENT ON TABLE journal IS 'What Ploy''s engine decided, sent and was told, in order. Never change or delete rows.';
COMMENT ON COLUMN journal.at_nanos IS 'nanoseconds since 1970';
COMMENT ON COLUMN journal.token IS 'fencing token of the process that wrote the row, 0 without a lease';
COMMENT ON COLUMN journal.crc32c IS 'CRC-32C over length, seq, at_nanos and body';

CREATE TABLE lease (
  account    text        PRIMARY KEY,
  token      bigint      NOT NULL CHECK (token > 0),
  holder     text        NOT NULL,
  host       text        NOT NULL,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE lease IS 'Which process trades an account, and until when unless it renews.';
INSERT INTO journal VALUES (1, 1772366400000000001, 0, 1901199677, '\x14010a6e756d62657220312078');
INSERT INTO journal VALUES (2, 1772366400000000002, 0, -891559131, '\x14010b6e756d6265722032207878');
