import { expect, test } from "vitest";
import { type Consumer, type ConsumerGroup, dump, groupStandingOf, standingOf } from "./consumer";

const well: Consumer = {
  name: "mails",
  offset: 10,
  savedOffset: 10,
  lagBytes: 0,
  lagMs: 0,
  handledWithinMsP50: 1,
  handledWithinMsP99: 2,
  handled: 5,
  failedAttempts: 0,
  retries: 0,
  parked: 0,
  isPaused: false,
  lastError: null,
};

test("the worst thing about a consumer is what is said of it", () => {
  expect(standingOf(well).word).toBe("Up to date");
  expect(standingOf({ ...well, lagBytes: 9 }).word).toBe("Catching up");
  expect(standingOf({ ...well, lagBytes: 9, lagMs: 60_000 }).word).toBe("Behind");
  expect(standingOf({ ...well, lagMs: 60_000, retries: 3 }).word).toBe("Retry 3");
  expect(standingOf({ ...well, retries: 3, parked: 2 }).word).toBe("2 parked");
  expect(standingOf({ ...well, parked: 2, isPaused: true }).word).toBe("Paused");
});

test("a member of a group joins, then catches up, and what it gave up on is said first", () => {
  const member: ConsumerGroup = {
    name: "mails",
    group: "catalog-mails",
    topics: ["booking-events"],
    isMember: true,
    partitions: [{ topic: "booking-events", partition: 0, offset: 5, lag: 0 }],
    lag: 0,
    handled: 5,
    failedAttempts: 0,
    parked: 0,
    lastError: null,
  };
  expect(groupStandingOf(member).word).toBe("Up to date");
  expect(groupStandingOf({ ...member, lag: 3 }).word).toBe("Catching up");
  expect(groupStandingOf({ ...member, lag: 3, parked: 2 }).word).toBe("2 parked");
  expect(groupStandingOf({ ...member, parked: 2, isMember: false }).word).toBe("Joining");
});

test("a payload is shown byte by byte", () => {
  expect(dump(btoa("Hi\n"))).toBe(`0000  48 69 0a${" ".repeat(39)}  Hi·`);
  expect(dump(btoa("x".repeat(17))).split("\n")).toHaveLength(2);
  expect(dump("")).toBe("");
});
