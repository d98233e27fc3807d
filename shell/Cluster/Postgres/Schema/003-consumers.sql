-- Offsets of consumers of the shared journal, and the facts they gave up on.
CREATE TABLE {schema}.consumer (
    name text PRIMARY KEY,
    offset_position bigint NOT NULL,
    saved_at timestamptz NOT NULL DEFAULT now());

-- A partition's key is a number of 64 bits without a sign; its bits stand in the bigint.
CREATE TABLE {schema}.consumer_parked (
    consumer text NOT NULL,
    position bigint NOT NULL,
    system smallint NOT NULL,
    key bigint NOT NULL,
    type integer NOT NULL,
    version smallint NOT NULL,
    time_ms bigint NOT NULL,
    payload bytea NOT NULL,
    attempts integer NOT NULL,
    error text NOT NULL,
    parked_at_ms bigint NOT NULL,
    PRIMARY KEY (consumer, position));
