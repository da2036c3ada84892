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
