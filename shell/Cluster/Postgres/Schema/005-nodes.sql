-- What all nodes of the cluster agree on.
CREATE TABLE {schema}.cluster (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    shard_count integer NOT NULL CHECK (shard_count BETWEEN 1 AND 256),
    created_at timestamptz NOT NULL DEFAULT now());

-- The nodes. A row is renewed several times a second; whoever does not renew his is taken for hung, and his session,
-- which holds the locks of his shards, may be ended by whoever wants them.
CREATE TABLE {schema}.node (
    number integer PRIMARY KEY,
    name text NOT NULL,
    link text NOT NULL,
    url text NOT NULL,
    version text NOT NULL,
    started_at timestamptz NOT NULL,
    renewed_at timestamptz NOT NULL,
    backend_pid integer NOT NULL,
    backend_start timestamptz NOT NULL,
    term bigint NOT NULL,
    applied bigint NOT NULL,
    is_leaving boolean NOT NULL) WITH (fillfactor = 50);

-- Who took which shard, and where the journal ended then: everything of the shard from there on, until the next one
-- takes it, is that node's. The locks decide; this is for whoever wants to check it afterwards.
CREATE TABLE {schema}.shard_taken (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    shard integer NOT NULL,
    node integer NOT NULL,
    term bigint NOT NULL,
    position bigint NOT NULL,
    taken_at timestamptz NOT NULL DEFAULT clock_timestamp());
