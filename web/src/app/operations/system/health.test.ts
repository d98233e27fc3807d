import { expect, it } from "vitest";
import { concernsOf } from "./health";
import type { System } from "./systemQuery";

const timing = { count: 10, perSecond: 1, p50Ms: 1, p90Ms: 2, p99Ms: 3 };
const consumer = {
  name: "mails",
  offset: 1,
  savedOffset: 1,
  lagBytes: 0,
  lagMs: 0,
  handledWithinMsP50: 1,
  handledWithinMsP99: 1,
  handled: 1,
  failedAttempts: 0,
  retries: 0,
  parked: 0,
  lastError: null,
  isPaused: false,
};
const shard = {
  index: 0,
  mailboxDepth: 3,
  mailboxCapacity: 100,
  commands: 1,
  commandsPerSecond: 1,
  batches: 1,
  meanBatch: 1,
  batchesInFlight: 0,
  partitions: 1,
};
const well = {
  shards: [shard],
  commit: timing,
  journal: { acceptsWrites: true },
  consumers: [consumer],
} as unknown as System;

const textsOf = (system: System) => concernsOf(system).map(({ text }) => text);

it("says nothing when all is well", () => {
  expect(concernsOf(well)).toEqual([]);
});

it("says the worst first", () => {
  const troubled = {
    ...well,
    shards: [{ ...shard, mailboxDepth: 90 }],
    consumers: [{ ...consumer, parked: 2 }],
    journal: { ...well.journal, acceptsWrites: false },
  };
  expect(textsOf(troubled)).toEqual([
    "The disk is full: writes are refused until there is room.",
    "2 facts are parked: a consumer gave up on them.",
    "Shard 0 hardly keeps up: 90 commands wait.",
  ]);
});

it("tells a consumer that is late from one that is paused, and from one that is done", () => {
  const late = { ...consumer, lagBytes: 5, lagMs: 42_000 };
  expect(textsOf({ ...well, consumers: [late] })).toEqual(["The consumer mails is 42 s behind."]);
  expect(textsOf({ ...well, consumers: [{ ...late, isPaused: true }] })).toEqual([
    "The consumer mails is paused.",
  ]);
  expect(textsOf({ ...well, consumers: [{ ...late, lagBytes: 0 }] })).toEqual([]);
});

it("sees a disk that is slow", () => {
  expect(textsOf({ ...well, commit: { ...timing, p99Ms: 400 } })).toHaveLength(1);
});
