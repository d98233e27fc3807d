import { describe, expect, it } from "vitest";
import { houseOfPlan } from "../../seatmap/houseOfPlan";
import { EventStreamParser } from "./eventStream";
import { seatEventOf } from "./HttpSeatFeed";
import { LiveSeats, type LiveTiming } from "./LiveSeats";
import type { FeedListener, SeatDiff, SeatEvent, SeatFeed } from "./SeatFeed";
import { SeatSequence } from "./SeatSequence";

const house = houseOfPlan({
  zones: ["Standard"],
  rows: [{ label: "A", blocks: [4] }],
  areas: [{ name: "Floor", capacity: 5, zone: "Standard" }],
});
const free = ["free", "free", "free", "free"] as const;
const floor = { area: "Floor", free: 5, held: 0, sold: 0 };
const first = { version: 7, statuses: free, areas: [floor] };
const diff = (version: number, seat: string, status: SeatDiff["changes"][number]["status"]): SeatDiff => ({
  kind: "diff",
  version,
  changes: [{ seat, status }],
  areas: [],
});

describe("EventStreamParser", () => {
  it("reads events however they are cut", () => {
    const text = 'id: 3\r\nevent: diff\r\ndata: {"a":\ndata: 1}\n\n: alive\n\nevent: resync\ndata: x\n\n';
    for (let cut = 0; cut <= text.length; cut++) {
      const parser = new EventStreamParser();
      const events = [...parser.push(text.slice(0, cut)), ...parser.push(text.slice(cut))];
      expect(events).toEqual([
        { id: "3", event: "diff", data: '{"a":\n1}' },
        { id: "3", event: "resync", data: "x" },
      ]);
    }
  });

  it("gives no event before its end", () => {
    const parser = new EventStreamParser();
    expect(parser.push("data: half\n")).toEqual([]);
    expect(parser.push("\n")).toHaveLength(1);
  });

  it("makes seat events of ours and leaves others", () => {
    const data = '{"version":4,"changes":[{"seat":"A1","status":"held"}],"areas":[]}';
    expect(seatEventOf({ id: "4", event: "diff", data })).toEqual(diff(4, "A1", "held"));
    expect(seatEventOf({ id: "4", event: "weather", data })).toBeUndefined();
  });
});

describe("SeatSequence", () => {
  const make = () => new SeatSequence(house, 7, free, [floor]);

  it("takes the next event and says what changed", () => {
    const seats = make();
    expect(seats.take(diff(8, "A2", "held"))).toEqual({ outcome: "applied", changed: [1] });
    expect(seats.statuses()).toEqual(["free", "held", "free", "free"]);
    expect(seats.version).toBe(8);
  });

  it("knows what it has heard twice", () => {
    const seats = make();
    seats.take(diff(8, "A2", "held"));
    expect(seats.take(diff(8, "A2", "sold"))).toEqual({ outcome: "repeated" });
    expect(seats.take(diff(3, "A1", "sold"))).toEqual({ outcome: "repeated" });
    expect(seats.statuses()[1]).toBe("held");
  });

  it("notices a gap and then takes nothing but a snapshot", () => {
    const seats = make();
    expect(seats.take(diff(9, "A1", "held"))).toEqual({ outcome: "gap" });
    expect(seats.version).toBeUndefined();
    expect(seats.take(diff(8, "A2", "held"))).toEqual({ outcome: "gap" });
    expect(seats.statuses()).toEqual(free);
    const snapshot: SeatEvent = {
      kind: "snapshot",
      version: 9,
      statuses: "hfsb",
      areas: [{ ...floor, free: 2 }],
    };
    expect(seats.take(snapshot)).toEqual({ outcome: "applied", changed: [0, 2, 3] });
    expect(seats.version).toBe(9);
    expect(seats.areas()[0]?.free).toBe(2);
  });

  it("does not go back to a snapshot that was overtaken", () => {
    const seats = make();
    seats.take(diff(8, "A2", "held"));
    expect(seats.take({ kind: "snapshot", version: 7, statuses: "ffff", areas: [] }).outcome).toBe(
      "repeated",
    );
    expect(seats.statuses()[1]).toBe("held");
  });

  it("after a resync takes even a lower version, as after a restored backup", () => {
    const seats = make();
    seats.take({ kind: "resync" });
    expect(seats.take({ kind: "snapshot", version: 2, statuses: "sfff", areas: [] }).outcome).toBe("applied");
    expect(seats.version).toBe(2);
  });
});

class Script implements SeatFeed {
  readonly asked: (number | undefined)[] = [];
  listener: FeedListener | undefined;
  connect(_: string, after: number | undefined, listener: FeedListener) {
    this.asked.push(after);
    this.listener = listener;
    return () => {
      if (this.listener === listener) this.listener = undefined;
    };
  }
}

class Clock implements LiveTiming {
  readonly #due: { at: number; act: () => void }[] = [];
  #at = 0;
  readonly now = () => this.#at;
  readonly random = () => 0.5;
  readonly after = (ms: number, act: () => void) => {
    const entry = { at: this.#at + ms, act };
    this.#due.push(entry);
    return () => {
      const index = this.#due.indexOf(entry);
      if (index >= 0) this.#due.splice(index, 1);
    };
  };
  readonly frame = (act: () => void) => this.after(16, act);
  pass(ms: number) {
    const end = this.#at + ms;
    for (;;) {
      const next = this.#due.filter((each) => each.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#due.splice(this.#due.indexOf(next), 1);
      this.#at = next.at;
      next.act();
    }
    this.#at = end;
  }
}

describe("LiveSeats", () => {
  const begin = () => {
    const [feed, clock] = [new Script(), new Clock()];
    const live = new LiveSeats(feed, "1", house, first, clock);
    live.start();
    return { feed, clock, live };
  };

  it("resumes after what it has, and draws a burst once", () => {
    const { feed, clock, live } = begin();
    expect(feed.asked).toEqual([7]);
    let drawn = 0;
    live.subscribe(() => drawn++);
    feed.listener?.onAlive();
    feed.listener?.onEvent(diff(8, "A1", "held"));
    feed.listener?.onEvent(diff(9, "A2", "sold"));
    clock.pass(16);
    expect(drawn).toBe(1);
    expect(live.now).toMatchObject({
      version: 9,
      stream: "live",
      statuses: ["held", "sold", "free", "free"],
    });
    expect([...live.now.flashes.keys()]).toEqual([0, 1]);
  });

  it("asks anew without a version when something is missing", () => {
    const { feed, clock, live } = begin();
    feed.listener?.onEvent(diff(10, "A1", "held"));
    expect(feed.asked).toEqual([7, undefined]);
    feed.listener?.onEvent({ kind: "snapshot", version: 10, statuses: "hfff", areas: [] });
    clock.pass(16);
    expect(live.now.statuses[0]).toBe("held");
    expect(live.now.flashes.size).toBe(0);
  });

  it("waits for the snapshot after a resync on the same connection", () => {
    const { feed } = begin();
    feed.listener?.onEvent({ kind: "resync" });
    expect(feed.asked).toHaveLength(1);
  });

  it("comes back after an end, later each time, at what it has by then", () => {
    const { feed, clock, live } = begin();
    feed.listener?.onEvent(diff(8, "A1", "held"));
    feed.listener?.onEnd(undefined);
    clock.pass(20);
    expect(live.now.stream).toBe("late");
    clock.pass(470);
    expect(feed.asked).toEqual([7]);
    clock.pass(20);
    expect(feed.asked).toEqual([7, 8]);
    feed.listener?.onEnd(undefined);
    clock.pass(990);
    expect(feed.asked).toHaveLength(2);
    clock.pass(20);
    expect(feed.asked).toHaveLength(3);
  });

  it("does as Retry-After says", () => {
    const { feed, clock } = begin();
    feed.listener?.onEnd(10_000);
    clock.pass(9_990);
    expect(feed.asked).toHaveLength(1);
    clock.pass(20);
    expect(feed.asked).toHaveLength(2);
  });

  it("takes long silence for an end", () => {
    const { feed, clock, live } = begin();
    feed.listener?.onAlive();
    clock.pass(39_000);
    feed.listener?.onAlive();
    clock.pass(39_000);
    expect(live.now.stream).toBe("live");
    clock.pass(1_100);
    expect(live.now.stream).toBe("late");
  });

  it("is late at once when the network is gone, and goes on where it was", () => {
    const { feed, clock, live } = begin();
    feed.listener?.onAlive();
    feed.listener?.onEvent(diff(8, "A1", "held"));
    live.lose();
    clock.pass(16);
    expect(live.now.stream).toBe("late");
    live.hurry();
    expect(feed.asked).toEqual([7, 8]);
    feed.listener?.onAlive();
    clock.pass(16);
    expect(live.now.stream).toBe("live");
  });

  it("hurries when the network is there again, and stops for good", () => {
    const { feed, clock, live } = begin();
    feed.listener?.onEnd(20_000);
    live.hurry();
    expect(feed.asked).toHaveLength(2);
    live.stop();
    clock.pass(120_000);
    expect(feed.asked).toHaveLength(2);
  });
});
