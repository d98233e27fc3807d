-- How far the tables for analysts are, one row a system, and the facts whose rows could not be written.
CREATE TABLE {schema}.sql_tables (
    name text PRIMARY KEY,
    version integer NOT NULL,
    journal text NOT NULL,
    applied_position bigint NOT NULL,
    filled_until bigint NOT NULL,
    filled_at timestamptz NOT NULL DEFAULT now());

CREATE TABLE {schema}.sql_refused (
    name text NOT NULL,
    position bigint NOT NULL,
    system smallint NOT NULL,
    key bigint NOT NULL,
    type integer NOT NULL,
    version smallint NOT NULL,
    time_ms bigint NOT NULL,
    payload bytea NOT NULL,
    error text NOT NULL,
    refused_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (name, position));
