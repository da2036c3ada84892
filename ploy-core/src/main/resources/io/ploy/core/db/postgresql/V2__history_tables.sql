CREATE TABLE history_progress (
  id          smallint PRIMARY KEY CHECK (id = 1),
  last_record bigint   NOT NULL CHECK (last_record >= 0),
  at          timestamptz
);
COMMENT ON TABLE history_progress IS 'How far the tables made from the journal have come.';
COMMENT ON COLUMN history_progress.last_record IS 'the last record of the journal whose rows the tables have';
COMMENT ON COLUMN history_progress.at IS 'when that record was written';

INSERT INTO history_progress (id, last_record) VALUES (1, 0);

CREATE TABLE orders (
  sequence       bigint NOT NULL,
  order_id       text PRIMARY KEY,
  venue_order_id text,
  strategy       text,
  market         text,
  instrument     text,
  side           text,
  quantity       numeric(19, 6),
  spend          numeric(19, 6),
  limit_price    numeric(19, 6),
  time_in_force  text,
  expires_at     timestamptz,
  post_only      boolean,
  reduce_only    boolean,
  reason         text,
  status         text,
  matched        numeric(19, 6),
  economic       numeric(19, 6),
  confirmed      numeric(19, 6),
  notional       numeric(19, 6),
  fees           numeric(19, 6),
  close_reason   text,
  detail         text,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz
);
COMMENT ON TABLE orders IS 'Orders as they are now.';
CREATE INDEX orders_venue_order_id ON orders (venue_order_id);
CREATE INDEX orders_market ON orders (market);
CREATE INDEX orders_strategy ON orders (strategy);
CREATE INDEX orders_instrument ON orders (instrument);
CREATE INDEX orders_created_at ON orders (created_at);

CREATE TABLE order_events (
  sequence       bigint PRIMARY KEY,
  at             timestamptz NOT NULL,
  order_id       text,
  venue_order_id text,
  strategy       text,
  market         text,
  instrument     text,
  kind           text,
  outcome        text,
  detail         text
);
COMMENT ON TABLE order_events IS 'All that happened to orders.';
CREATE INDEX order_events_order_id ON order_events (order_id);
CREATE INDEX order_events_venue_order_id ON order_events (venue_order_id);
CREATE INDEX order_events_market ON order_events (market);
CREATE INDEX order_events_strategy ON order_events (strategy);
CREATE INDEX order_events_instrument ON order_events (instrument);
CREATE INDEX order_events_at ON order_events (at);

CREATE TABLE fills (
  sequence       bigint NOT NULL,
  fill_id        text PRIMARY KEY,
  trade_id       text,
  order_id       text,
  venue_order_id text,
  strategy       text,
  market         text,
  instrument     text,
  side           text,
  price          numeric(19, 6),
  quantity       numeric(19, 6),
  notional       numeric(19, 6),
  fee            numeric(19, 6),
  role           text,
  settlement     text,
  late           boolean,
  at             timestamptz NOT NULL,
  updated_at     timestamptz
);
COMMENT ON TABLE fills IS 'Fill legs as they are now.';
CREATE INDEX fills_order_id ON fills (order_id);
CREATE INDEX fills_venue_order_id ON fills (venue_order_id);
CREATE INDEX fills_market ON fills (market);
CREATE INDEX fills_strategy ON fills (strategy);
CREATE INDEX fills_instrument ON fills (instrument);
CREATE INDEX fills_at ON fills (at);

CREATE TABLE settlements (
  sequence       bigint PRIMARY KEY,
  at             timestamptz NOT NULL,
  fill_id        text,
  order_id       text,
  venue_order_id text,
  strategy       text,
  market         text,
  instrument     text,
  status         text,
  fee            numeric(19, 6),
  venue_at       timestamptz
);
COMMENT ON TABLE settlements IS 'What venues said about the settlement of fills.';
CREATE INDEX settlements_order_id ON settlements (order_id);
CREATE INDEX settlements_venue_order_id ON settlements (venue_order_id);
CREATE INDEX settlements_fill_id ON settlements (fill_id);
CREATE INDEX settlements_market ON settlements (market);
CREATE INDEX settlements_strategy ON settlements (strategy);
CREATE INDEX settlements_instrument ON settlements (instrument);
CREATE INDEX settlements_at ON settlements (at);

CREATE TABLE positions (
  sequence     bigint NOT NULL,
  strategy     text NOT NULL,
  market       text,
  instrument   text NOT NULL,
  economic     numeric(19, 6),
  confirmed    numeric(19, 6),
  cost         numeric(19, 6),
  average_cost numeric(19, 6),
  realised     numeric(19, 6),
  fees         numeric(19, 6),
  at           timestamptz NOT NULL,
  PRIMARY KEY (strategy, instrument)
);
COMMENT ON TABLE positions IS 'What strategies hold.';
CREATE INDEX positions_market ON positions (market);
CREATE INDEX positions_instrument ON positions (instrument);
CREATE INDEX positions_at ON positions (at);

CREATE TABLE cash_entries (
  sequence  bigint PRIMARY KEY,
  at        timestamptz NOT NULL,
  kind      text,
  strategy  text,
  market    text,
  reference text,
  amount    numeric(19, 6),
  balance   numeric(19, 6)
);
COMMENT ON TABLE cash_entries IS 'Every movement of cash.';
CREATE INDEX cash_entries_market ON cash_entries (market);
CREATE INDEX cash_entries_strategy ON cash_entries (strategy);
CREATE INDEX cash_entries_at ON cash_entries (at);

CREATE TABLE risk_decisions (
  sequence    bigint PRIMARY KEY,
  at          timestamptz NOT NULL,
  order_id    text,
  strategy    text,
  market      text,
  instrument  text,
  side        text,
  limit_price numeric(19, 6),
  asked       numeric(19, 6),
  granted     numeric(19, 6),
  allowed     boolean,
  rules       text
);
COMMENT ON TABLE risk_decisions IS 'What the rules shrank or refused.';
CREATE INDEX risk_decisions_order_id ON risk_decisions (order_id);
CREATE INDEX risk_decisions_market ON risk_decisions (market);
CREATE INDEX risk_decisions_strategy ON risk_decisions (strategy);
CREATE INDEX risk_decisions_instrument ON risk_decisions (instrument);
CREATE INDEX risk_decisions_at ON risk_decisions (at);

CREATE TABLE strategy_states (
  sequence bigint NOT NULL,
  at       timestamptz NOT NULL,
  strategy text PRIMARY KEY,
  version  bigint,
  state    bytea
);
COMMENT ON TABLE strategy_states IS 'What strategies saved last.';
CREATE INDEX strategy_states_at ON strategy_states (at);

CREATE TABLE runs (
  sequence       bigint NOT NULL,
  epoch          bigint PRIMARY KEY,
  version        text,
  configuration  text,
  seed           bigint,
  first_sequence bigint,
  token          bigint,
  holder         text,
  started_at     timestamptz NOT NULL,
  ended          text,
  ended_at       timestamptz,
  how            text
);
COMMENT ON TABLE runs IS 'Runs of the engine.';
CREATE INDEX runs_started_at ON runs (started_at);

CREATE TABLE alerts (
  sequence bigint PRIMARY KEY,
  at       timestamptz NOT NULL,
  severity text,
  code     text,
  subject  text,
  message  text
);
COMMENT ON TABLE alerts IS 'What people were told.';
CREATE INDEX alerts_at ON alerts (at);

CREATE TABLE operations (
  sequence     bigint NOT NULL,
  operation_id text PRIMARY KEY,
  strategy     text,
  kind         text,
  market       text,
  quantity     numeric(19, 6),
  status       text,
  payout       numeric(19, 6),
  detail       text,
  requested_at timestamptz NOT NULL,
  updated_at   timestamptz
);
COMMENT ON TABLE operations IS 'Splits, merges and redemptions as they are now.';
CREATE INDEX operations_market ON operations (market);
CREATE INDEX operations_strategy ON operations (strategy);
CREATE INDEX operations_requested_at ON operations (requested_at);

CREATE TABLE dead_letters (
  sequence   bigint NOT NULL,
  record     bigint PRIMARY KEY,
  at         timestamptz NOT NULL,
  error      text,
  retried_by text,
  retried_at timestamptz
);
COMMENT ON TABLE dead_letters IS 'Records that could not be processed.';
CREATE INDEX dead_letters_at ON dead_letters (at);

CREATE TABLE markets (
  sequence          bigint NOT NULL,
  market            text PRIMARY KEY,
  slug              text,
  question          text,
  first_instrument  text,
  first_outcome     text,
  second_instrument text,
  second_outcome    text,
  status            text,
  opens_at          timestamptz,
  ends_at           timestamptz,
  first_payout      numeric(19, 6),
  resolved_at       timestamptz,
  at                timestamptz NOT NULL
);
COMMENT ON TABLE markets IS 'Markets as last known.';
CREATE INDEX markets_slug ON markets (slug);
CREATE INDEX markets_at ON markets (at);

CREATE TABLE controls (
  sequence bigint PRIMARY KEY,
  at       timestamptz NOT NULL,
  kind     text,
  subject  text,
  outcome  text,
  who      text,
  detail   text
);
COMMENT ON TABLE controls IS 'Halts, comparisons with the venue, decisions of people.';
CREATE INDEX controls_at ON controls (at);
