-- Amounts are kept as whole millionths, which add up exactly; the columns people read are worked out from them. Times are UTC.
-- All rows follow from the journal. Nothing but history_progress says how far they do.

CREATE TABLE history_progress (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  last_record INTEGER NOT NULL CHECK (last_record >= 0),
  at          TEXT
) STRICT;

INSERT INTO history_progress (id, last_record) VALUES (1, 0);

CREATE TABLE orders (
  sequence           INTEGER NOT NULL,
  order_id           TEXT NOT NULL PRIMARY KEY,
  venue_order_id     TEXT,
  strategy           TEXT,
  market             TEXT,
  instrument         TEXT,
  side               TEXT,
  quantity           REAL AS (quantity_micros / 1e6),
  spend              REAL AS (spend_micros / 1e6),
  limit_price        REAL AS (limit_price_micros / 1e6),
  time_in_force      TEXT,
  expires_at         TEXT,
  post_only          INTEGER CHECK (post_only IN (0, 1)),
  reduce_only        INTEGER CHECK (reduce_only IN (0, 1)),
  reason             TEXT,
  status             TEXT,
  matched            REAL AS (matched_micros / 1e6),
  economic           REAL AS (economic_micros / 1e6),
  confirmed          REAL AS (confirmed_micros / 1e6),
  notional           REAL AS (notional_micros / 1e6),
  fees               REAL AS (fees_micros / 1e6),
  close_reason       TEXT,
  detail             TEXT,
  created_at         TEXT NOT NULL,
  updated_at         TEXT,
  quantity_micros    INTEGER,
  spend_micros       INTEGER,
  limit_price_micros INTEGER,
  matched_micros     INTEGER,
  economic_micros    INTEGER,
  confirmed_micros   INTEGER,
  notional_micros    INTEGER,
  fees_micros        INTEGER
) STRICT;
CREATE INDEX orders_venue_order_id ON orders (venue_order_id);
CREATE INDEX orders_market ON orders (market);
CREATE INDEX orders_strategy ON orders (strategy);
CREATE INDEX orders_instrument ON orders (instrument);
CREATE INDEX orders_created_at ON orders (created_at);

CREATE TABLE order_events (
  sequence       INTEGER PRIMARY KEY,
  at             TEXT NOT NULL,
  order_id       TEXT,
  venue_order_id TEXT,
  strategy       TEXT,
  market         TEXT,
  instrument     TEXT,
  kind           TEXT,
  outcome        TEXT,
  detail         TEXT
) STRICT;
CREATE INDEX order_events_order_id ON order_events (order_id);
CREATE INDEX order_events_venue_order_id ON order_events (venue_order_id);
CREATE INDEX order_events_market ON order_events (market);
CREATE INDEX order_events_strategy ON order_events (strategy);
CREATE INDEX order_events_instrument ON order_events (instrument);
CREATE INDEX order_events_at ON order_events (at);

CREATE TABLE fills (
  sequence        INTEGER NOT NULL,
  fill_id         TEXT NOT NULL PRIMARY KEY,
  trade_id        TEXT,
  order_id        TEXT,
  venue_order_id  TEXT,
  strategy        TEXT,
  market          TEXT,
  instrument      TEXT,
  side            TEXT,
  price           REAL AS (price_micros / 1e6),
  quantity        REAL AS (quantity_micros / 1e6),
  notional        REAL AS (notional_micros / 1e6),
  fee             REAL AS (fee_micros / 1e6),
  role            TEXT,
  settlement      TEXT,
  late            INTEGER CHECK (late IN (0, 1)),
  at              TEXT NOT NULL,
  updated_at      TEXT,
  price_micros    INTEGER,
  quantity_micros INTEGER,
  notional_micros INTEGER,
  fee_micros      INTEGER
) STRICT;
CREATE INDEX fills_order_id ON fills (order_id);
CREATE INDEX fills_venue_order_id ON fills (venue_order_id);
CREATE INDEX fills_market ON fills (market);
CREATE INDEX fills_strategy ON fills (strategy);
CREATE INDEX fills_instrument ON fills (instrument);
CREATE INDEX fills_at ON fills (at);

CREATE TABLE settlements (
  sequence       INTEGER PRIMARY KEY,
  at             TEXT NOT NULL,
  fill_id        TEXT,
  order_id       TEXT,
  venue_order_id TEXT,
  strategy       TEXT,
  market         TEXT,
  instrument     TEXT,
  status         TEXT,
  fee            REAL AS (fee_micros / 1e6),
  venue_at       TEXT,
  fee_micros     INTEGER
) STRICT;
CREATE INDEX settlements_order_id ON settlements (order_id);
CREATE INDEX settlements_venue_order_id ON settlements (venue_order_id);
CREATE INDEX settlements_fill_id ON settlements (fill_id);
CREATE INDEX settlements_market ON settlements (market);
CREATE INDEX settlements_strategy ON settlements (strategy);
CREATE INDEX settlements_instrument ON settlements (instrument);
CREATE INDEX settlements_at ON settlements (at);

CREATE TABLE positions (
  sequence            INTEGER NOT NULL,
  strategy            TEXT NOT NULL,
  market              TEXT,
  instrument          TEXT NOT NULL,
  economic            REAL AS (economic_micros / 1e6),
  confirmed           REAL AS (confirmed_micros / 1e6),
  cost                REAL AS (cost_micros / 1e6),
  average_cost        REAL AS (average_cost_micros / 1e6),
  realised            REAL AS (realised_micros / 1e6),
  fees                REAL AS (fees_micros / 1e6),
  at                  TEXT NOT NULL,
  economic_micros     INTEGER,
  confirmed_micros    INTEGER,
  cost_micros         INTEGER,
  average_cost_micros INTEGER,
  realised_micros     INTEGER,
  fees_micros         INTEGER,
  PRIMARY KEY (strategy, instrument)
) STRICT;
CREATE INDEX positions_market ON positions (market);
CREATE INDEX positions_instrument ON positions (instrument);
CREATE INDEX positions_at ON positions (at);

CREATE TABLE cash_entries (
  sequence       INTEGER PRIMARY KEY,
  at             TEXT NOT NULL,
  kind           TEXT,
  strategy       TEXT,
  market         TEXT,
  reference      TEXT,
  amount         REAL AS (amount_micros / 1e6),
  balance        REAL AS (balance_micros / 1e6),
  amount_micros  INTEGER,
  balance_micros INTEGER
) STRICT;
CREATE INDEX cash_entries_market ON cash_entries (market);
CREATE INDEX cash_entries_strategy ON cash_entries (strategy);
CREATE INDEX cash_entries_at ON cash_entries (at);

CREATE TABLE risk_decisions (
  sequence           INTEGER PRIMARY KEY,
  at                 TEXT NOT NULL,
  order_id           TEXT,
  strategy           TEXT,
  market             TEXT,
  instrument         TEXT,
  side               TEXT,
  limit_price        REAL AS (limit_price_micros / 1e6),
  asked              REAL AS (asked_micros / 1e6),
  granted            REAL AS (granted_micros / 1e6),
  allowed            INTEGER CHECK (allowed IN (0, 1)),
  rules              TEXT,
  limit_price_micros INTEGER,
  asked_micros       INTEGER,
  granted_micros     INTEGER
) STRICT;
CREATE INDEX risk_decisions_order_id ON risk_decisions (order_id);
CREATE INDEX risk_decisions_market ON risk_decisions (market);
CREATE INDEX risk_decisions_strategy ON risk_decisions (strategy);
CREATE INDEX risk_decisions_instrument ON risk_decisions (instrument);
CREATE INDEX risk_decisions_at ON risk_decisions (at);

CREATE TABLE strategy_states (
  sequence INTEGER NOT NULL,
  at       TEXT NOT NULL,
  strategy TEXT NOT NULL PRIMARY KEY,
  version  INTEGER,
  state    BLOB
) STRICT;
CREATE INDEX strategy_states_at ON strategy_states (at);

CREATE TABLE runs (
  sequence       INTEGER NOT NULL,
  epoch          INTEGER PRIMARY KEY,
  version        TEXT,
  configuration  TEXT,
  seed           INTEGER,
  first_sequence INTEGER,
  token          INTEGER,
  holder         TEXT,
  started_at     TEXT NOT NULL,
  ended          TEXT,
  ended_at       TEXT,
  how            TEXT
) STRICT;
CREATE INDEX runs_started_at ON runs (started_at);

CREATE TABLE alerts (
  sequence INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,
  severity TEXT,
  code     TEXT,
  subject  TEXT,
  message  TEXT
) STRICT;
CREATE INDEX alerts_at ON alerts (at);

CREATE TABLE operations (
  sequence        INTEGER NOT NULL,
  operation_id    TEXT NOT NULL PRIMARY KEY,
  strategy        TEXT,
  kind            TEXT,
  market          TEXT,
  quantity        REAL AS (quantity_micros / 1e6),
  status          TEXT,
  payout          REAL AS (payout_micros / 1e6),
  detail          TEXT,
  requested_at    TEXT NOT NULL,
  updated_at      TEXT,
  quantity_micros INTEGER,
  payout_micros   INTEGER
) STRICT;
CREATE INDEX operations_market ON operations (market);
CREATE INDEX operations_strategy ON operations (strategy);
CREATE INDEX operations_requested_at ON operations (requested_at);

CREATE TABLE dead_letters (
  sequence   INTEGER NOT NULL,
  record     INTEGER PRIMARY KEY,
  at         TEXT NOT NULL,
  error      TEXT,
  retried_by TEXT,
  retried_at TEXT
) STRICT;
CREATE INDEX dead_letters_at ON dead_letters (at);

CREATE TABLE markets (
  sequence            INTEGER NOT NULL,
  market              TEXT NOT NULL PRIMARY KEY,
  slug                TEXT,
  question            TEXT,
  first_instrument    TEXT,
  first_outcome       TEXT,
  second_instrument   TEXT,
  second_outcome      TEXT,
  status              TEXT,
  opens_at            TEXT,
  ends_at             TEXT,
  first_payout        REAL AS (first_payout_micros / 1e6),
  resolved_at         TEXT,
  at                  TEXT NOT NULL,
  first_payout_micros INTEGER
) STRICT;
CREATE INDEX markets_slug ON markets (slug);
CREATE INDEX markets_at ON markets (at);

CREATE TABLE controls (
  sequence INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,
  kind     TEXT,
  subject  TEXT,
  outcome  TEXT,
  who      TEXT,
  detail   TEXT
) STRICT;
CREATE INDEX controls_at ON controls (at);
