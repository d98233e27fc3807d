-- What every node must know and nobody configured: made once, by whoever needs it first.
CREATE TABLE {schema}.secret (
    name text PRIMARY KEY,
    value bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now());
