-- Blobs, where no bucket is configured: pieces of one size, and the row that makes them count.
CREATE TABLE {schema}.blob (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE,
    size bigint NOT NULL,
    crc bigint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now());

CREATE TABLE {schema}.blob_piece (
    blob bigint NOT NULL REFERENCES {schema}.blob ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    number integer NOT NULL,
    data bytea NOT NULL,
    PRIMARY KEY (blob, number));

-- What is in them is compressed or small; uncompressed, a range is read without the rest.
ALTER TABLE {schema}.blob_piece ALTER COLUMN data SET STORAGE EXTERNAL;

-- Packs of saved states: the row is there before the blob, so a blob without one belongs to nobody.
CREATE TABLE {schema}.snapshot_pack (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    size bigint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    dead_since timestamptz);

-- The latest state of every partition. The reference keeps a pack from being removed under a state.
CREATE TABLE {schema}.snapshot (
    system smallint NOT NULL,
    key bigint NOT NULL,
    shard integer NOT NULL,
    position bigint NOT NULL,
    next_due bigint NOT NULL,
    pack bigint NOT NULL REFERENCES {schema}.snapshot_pack,
    start integer NOT NULL,
    length integer NOT NULL,
    crc bigint NOT NULL,
    PRIMARY KEY (system, key));

CREATE INDEX snapshot_by_shard ON {schema}.snapshot (shard);
CREATE INDEX snapshot_by_pack ON {schema}.snapshot (pack);
