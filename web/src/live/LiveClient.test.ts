import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeServer } from "./FakeServer";
import type { LiveClient } from "./LiveClient";
import type { LiveProblem } from "./LiveProblem";

let server: FakeServer;
let client: LiveClient;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  client = server.client();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

function listener() {
  const heard: string[] = [];
  return {
    heard,
    onLive: (isLive: boolean) => heard.push(isLive ? "live" : "late"),
    onMessage: (message: { event: string; offset: number }) =>
      heard.push(`${message.event} ${message.offset}`),
    onRefused: (problem: LiveProblem) => heard.push(`refused ${problem.code}`),
  };
}

async function connect(): Promise<void> {
  await settle();
  server.socket.accept();
}

test("connects when somebody listens, with a ticket if there is one", async () => {
  expect(client.status).toBe("idle");
  server.ticket = { ticket: "t 1", signedInUntil: new Date(Date.now() + 900_000).toISOString() };
  client.listen("room", listener());
  await connect();
  expect(client.status).toBe("open");
  expect(server.socket.url).toBe("ws://server/ws?ticket=t%201");
  expect(server.socket.last("subscribe").data).toEqual({ topic: "room" });
});

test("hears a snapshot and what follows, each once and in order", async () => {
  const one = listener();
  client.listen("room", one);
  await connect();
  server.socket.subscribed(4);
  server.socket.say({ event: "room_snapshot", topic: "room", offset: 4, data: {} });
  server.socket.say({ event: "more", topic: "room", offset: 5, data: {} });
  server.socket.say({ event: "more", topic: "room", offset: 5, data: {} });
  await settle();
  expect(one.heard).toEqual(["room_snapshot 4", "more 5", "live"]);
});

test("comes back behind the last message it had", async () => {
  const one = listener();
  client.listen("room", one);
  await connect();
  server.socket.subscribed(4);
  server.socket.say({ event: "more", topic: "room", offset: 5, data: {} });
  await settle();
  server.socket.cut();
  expect(client.status).toBe("waiting");
  await vi.advanceTimersByTimeAsync(500);
  await connect();
  expect(server.socket.last("subscribe").data).toEqual({ topic: "room", offset: 5, epoch: "e1" });
  server.socket.subscribed(5, "complete");
  server.socket.say({ event: "more", topic: "room", offset: 6, data: {} });
  await settle();
  expect(one.heard).toEqual(["more 5", "live", "late", "more 6", "live"]);
});

test("takes a topic anew when a message is missing, or the server says so", async () => {
  client.listen("room", listener());
  await connect();
  server.socket.subscribed(4);
  await settle();
  server.socket.say({ event: "more", topic: "room", offset: 6, data: {} });
  const { id } = server.socket.last("unsubscribe");
  server.socket.say({ event: "unsubscribed", id });
  await settle();
  expect(server.socket.last("subscribe").data).toEqual({ topic: "room" });
  server.socket.subscribed(6);
  await settle();
  server.socket.say({ event: "gap", data: { topic: "room", epoch: "e1", offset: 9 } });
  expect(server.socket.heard.filter((each) => each.event === "unsubscribe")).toHaveLength(2);
});

test("a snapshot from elsewhere takes the place of what was known", async () => {
  const one = listener();
  client.listen("room", one);
  await connect();
  server.socket.subscribed(40);
  server.socket.cut();
  await vi.advanceTimersByTimeAsync(500);
  await connect();
  server.socket.subscribed(2, "gap", "e2");
  server.socket.say({ event: "room_snapshot", topic: "room", offset: 2, data: {} });
  server.socket.say({ event: "more", topic: "room", offset: 3, data: {} });
  expect(one.heard).toContain("more 3");
});

test("waits up to a bound that doubles, or for as long as the server says", async () => {
  client = server.client(() => 0.999);
  client.listen("room", listener());
  for (const pause of [500, 1000, 2000]) {
    await settle();
    server.socket.cut();
    const count = server.sockets.length;
    await vi.advanceTimersByTimeAsync(pause * 0.99);
    expect(server.sockets).toHaveLength(count);
    await vi.advanceTimersByTimeAsync(pause * 0.01);
    expect(server.sockets).toHaveLength(count + 1);
  }

  server.socket.accept();
  server.socket.cut(1012, "reconnect in 7000 ms");
  const count = server.sockets.length;
  await vi.advanceTimersByTimeAsync(6_999);
  expect(server.sockets).toHaveLength(count);
  await vi.advanceTimersByTimeAsync(1);
  expect(server.sockets).toHaveLength(count + 1);
});

test("tries at once when the network is there again", async () => {
  client.listen("room", listener());
  await settle();
  server.socket.cut();
  client.hurry();
  await settle();
  expect(server.sockets).toHaveLength(2);
});

test("answers find their requests; refusals carry the problem", async () => {
  client.listen("room", listener());
  await connect();
  const first = client.ask("reserve", { seat: 1 });
  const second = client.ask("reserve", { seat: 2 });
  const [one, two] = server.socket.heard.filter((each) => each.event === "reserve");
  server.socket.say({
    event: "error",
    id: two?.id,
    data: { code: "seat_taken", message: "Gone.", seats: ["B1"] },
  });
  server.socket.say({ event: "reserve", id: one?.id, data: { bookingId: "1-2" } });
  await expect(first).resolves.toEqual({ bookingId: "1-2" });
  await expect(second).rejects.toMatchObject({ code: "seat_taken", refusal: { seats: ["B1"] } });
});

test("a request nobody answers ends, and one that cannot be repeated ends with its connection", async () => {
  client.listen("room", listener());
  await connect();
  const slow = client.ask("reserve", {}, { timeoutMs: 1000 });
  const ended = expect(slow).rejects.toMatchObject({ code: "timeout" });
  await vi.advanceTimersByTimeAsync(1000);
  await ended;
  const cut = client.ask("reserve", {});
  server.socket.cut();
  await expect(cut).rejects.toMatchObject({ code: "connection_lost" });
  await expect(client.ask("reserve", {})).rejects.toMatchObject({ code: "offline" });
});

test("what may be repeated waits for a connection, in order, and is sent again after a break", async () => {
  const key = { idempotencyKey: "k" };
  const answer = client.ask("reserve", key, { isRepeatable: true });
  const later = client.ask("confirm", key, { isRepeatable: true });
  await connect();
  expect(server.socket.heard.map((each) => each.event)).toEqual(["reserve", "confirm"]);
  server.socket.cut();
  await vi.advanceTimersByTimeAsync(500);
  await connect();
  const again = server.socket.last("reserve");
  server.socket.say({ event: "reserve", id: again.id, data: 1 });
  server.socket.say({ event: "confirm", id: again.id + 1, data: 2 });
  await expect(Promise.all([answer, later])).resolves.toEqual([1, 2]);
});

test("the outbox has a bound", async () => {
  const all = Array.from({ length: 51 }, () => client.ask("reserve", {}, { isRepeatable: true }));
  const outcomes = Promise.allSettled(all);
  await vi.advanceTimersByTimeAsync(15_000);
  const problems = (await outcomes).map((each) =>
    each.status === "rejected" ? (each.reason as LiveProblem).code : "",
  );
  expect(problems.filter((code) => code === "too_many")).toHaveLength(1);
  expect(problems.filter((code) => code === "timeout")).toHaveLength(50);
});

test("a silent connection is asked whether it is there, and given up when it is not", async () => {
  client.listen("room", listener());
  await connect();
  server.socket.subscribed(0);
  await vi.advanceTimersByTimeAsync(20_000);
  const { id } = server.socket.last("ping");
  server.socket.say({ event: "ping", id });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(client.status).toBe("open");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(client.status).not.toBe("open");
});

test("signs in again before its time is over", async () => {
  server.ticket = { ticket: "t1", signedInUntil: new Date(Date.now() + 900_000).toISOString() };
  client.listen("room", listener());
  await connect();
  const socket = server.socket;
  socket.subscribed(0);
  server.ticket = { ticket: "t2", signedInUntil: new Date(Date.now() + 1_800_000).toISOString() };
  for (let i = 0; i < 42; i++) {
    await vi.advanceTimersByTimeAsync(20_000);
    socket.say({ event: "ping", id: socket.last("ping").id });
  }

  expect(socket.last("auth").data).toEqual({ ticket: "t2" });
  expect(server.sockets).toHaveLength(1);
});

test("does not come back to where it may not be, until somebody else sits there", async () => {
  client.listen("bookings", listener());
  await connect();
  server.socket.cut(4403, "administrators only");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(client.status).toBe("refused");
  expect(server.sockets).toHaveLength(1);
  client.renew();
  await connect();
  expect(server.socket.last("subscribe").data).toEqual({ topic: "bookings" });
});

test("a refused topic is told, and the others go on", async () => {
  const one = listener();
  client.listen("room", one);
  await connect();
  const { id } = server.socket.last("subscribe");
  server.socket.say({ event: "error", id, data: { code: "unknown_topic", message: "No." } });
  await settle();
  expect(one.heard).toEqual(["refused unknown_topic"]);
  expect(client.status).toBe("open");
});

test("goes when nobody has needed it for a while", async () => {
  const leave = client.listen("room", listener());
  await connect();
  server.socket.subscribed(0);
  leave();
  server.socket.say({ event: "unsubscribed", id: server.socket.last("unsubscribe").id });
  await vi.advanceTimersByTimeAsync(19_000);
  expect(client.status).toBe("open");
  await vi.advanceTimersByTimeAsync(12_000);
  expect(client.status).toBe("idle");
  expect(server.socket.isClosed).toBe(true);
});

test("stays while somebody wants to know whether the server is there", async () => {
  const leave = client.keep();
  await connect();
  expect(client.status).toBe("open");
  const answer = () => {
    const pings = server.socket.heard.filter(({ event }) => event === "ping");
    for (const { id } of pings) server.socket.say({ event: "pong", id });
  };
  for (let i = 0; i < 10; i++) {
    await vi.advanceTimersByTimeAsync(9_000);
    answer();
  }
  expect(client.status).toBe("open");
  leave();
  leave();
  await vi.advanceTimersByTimeAsync(19_000);
  answer();
  expect(client.status).toBe("open");
  await vi.advanceTimersByTimeAsync(12_000);
  expect(client.status).toBe("idle");
});

test("who listens again says what it knows", async () => {
  const leave = client.listen("room", listener());
  await connect();
  server.socket.subscribed(4);
  leave();
  client.listen("room", listener(), 4);
  expect(server.socket.last("subscribe").data).toEqual({ topic: "room", offset: 4, epoch: "e1" });
  client.listen("elsewhere", listener(), 4);
  expect(server.socket.last("subscribe").data).toEqual({ topic: "elsewhere" });
});
