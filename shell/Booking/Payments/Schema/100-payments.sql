-- What the simulated payment provider remembers. A payment's id is a number of 64 bits without a sign; its bits stand
-- in the bigint.
CREATE TABLE {schema}.payment (
    id bigint PRIMARY KEY,
    reason smallint NOT NULL,
    amount_cents bigint NOT NULL,
    settled_at_ms bigint NOT NULL,
    refunded_at_ms bigint);
