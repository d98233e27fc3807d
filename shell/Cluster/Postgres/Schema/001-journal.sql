-- The one log of a cluster. A row is one group commit of one node: framed records whose positions and checksums are
-- stamped as if the group began at 0, because where it begins is only known when it is written. Positions are bytes of
-- the endless log: a row starts where the one before it ends.
CREATE TABLE {schema}.journal (
    position bigint PRIMARY KEY,
    end_position bigint NOT NULL,
    node integer NOT NULL,
    crc integer NOT NULL,
    data bytea NOT NULL,
    CHECK (position >= 0 AND end_position = position + octet_length(data) AND end_position > position)
) WITH (toast_tuple_target = 8160);

-- What fits in a page stays in the row; what does not is cut up as it is, since compressing costs the writer time.
ALTER TABLE {schema}.journal ALTER COLUMN data SET STORAGE EXTERNAL;

-- Where the log ends, and where what is kept of it begins.
CREATE VIEW {schema}.head AS SELECT
    coalesce((SELECT end_position FROM {schema}.journal ORDER BY position DESC LIMIT 1), 0) AS position,
    coalesce((SELECT position FROM {schema}.journal ORDER BY position LIMIT 1), 0) AS first_position;

-- Every session that may append has a number of its own; a later one has a greater number.
CREATE SEQUENCE {schema}.term;

-- Whom a commit tells. The name of a channel is shared by the whole database, the number of the table is not.
CREATE FUNCTION {schema}.journal_channel() RETURNS text LANGUAGE sql STABLE
AS $$ SELECT 'catalog_journal_' || '{schema}.journal'::regclass::oid $$;

-- Writes one group and returns where it starts. The lock is held until the commit is durable and visible, so rows
-- become visible in the order of their positions. It is not a counter in a row: such a row would leave a dead version
-- behind at every commit for as long as somebody else's transaction stays open.
CREATE FUNCTION {schema}.append(node_number integer, records bytea, records_crc integer, tell boolean)
RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    starts bigint;
    ends bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(1129337162, '{schema}.journal'::regclass::oid::integer);
    SELECT end_position INTO starts FROM {schema}.journal ORDER BY position DESC LIMIT 1;
    starts := coalesce(starts, 0);
    ends := starts + octet_length(records);
    INSERT INTO {schema}.journal (position, end_position, node, crc, data)
    VALUES (starts, ends, node_number, records_crc, records);
    IF tell THEN
        PERFORM pg_notify({schema}.journal_channel(), node_number || ':' || ends);
    END IF;
    RETURN starts;
END $$;
