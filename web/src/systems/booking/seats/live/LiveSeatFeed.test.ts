import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeServer } from "@/live/FakeServer";
import { LiveSeatFeed } from "./LiveSeatFeed";
import type { FeedListener, SeatFeed } from "./SeatFeed";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

function script() {
  const server = new FakeServer();
  const heard: string[] = [];
  const listener: FeedListener = {
    onOpen: () => heard.push("open"),
    onAlive: () => undefined,
    onEvent: (event) => heard.push(event.kind === "resync" ? "resync" : `${event.kind} ${event.version}`),
    onEnd: () => heard.push("end"),
  };
  const fallback: SeatFeed = {
    connect: (showtimeId) => {
      heard.push(`fallback ${showtimeId}`);
      return () => heard.push("fallback left");
    },
  };
  const feed = new LiveSeatFeed(server.client(), fallback);
  return { server, heard, listener, feed };
}

test("tells of seats as they come over the socket, and comes back behind what is known", async () => {
  const { server, heard, listener, feed } = script();
  feed.connect("7", 3, listener);
  await settle();
  server.socket.accept();
  server.socket.subscribed(4);
  server.socket.say({
    event: "seat_snapshot",
    topic: "seats:7",
    offset: 4,
    data: { version: 4, statuses: "ff" },
  });
  server.socket.say({ event: "seat_update", topic: "seats:7", offset: 5, data: { version: 5, changes: [] } });
  await settle();
  expect(heard).toEqual(["snapshot 4", "diff 5", "open"]);
  server.socket.cut();
  expect(heard.at(-1)).toBe("end");
  feed.connect("7", 5, listener);
  await vi.advanceTimersByTimeAsync(500);
  server.socket.accept();
  expect(server.socket.last("subscribe").data).toEqual({ topic: "seats:7", offset: 5, epoch: "e1" });
});

test("takes the other feed where the socket does not open", async () => {
  const { heard, listener, feed } = script();
  const leave = feed.connect("7", undefined, listener);
  await vi.advanceTimersByTimeAsync(5_000);
  leave();
  expect(heard).toEqual(["fallback 7", "fallback left"]);
});
