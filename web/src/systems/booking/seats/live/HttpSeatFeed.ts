import { EventStreamParser, type StreamEvent } from "./eventStream";
import type { AreaPlaces, FeedListener, SeatDiff, SeatEvent, SeatFeed } from "./SeatFeed";

/**
 * Seats as server-sent events. Read with fetch rather than an EventSource: that gives the answer's status and headers,
 * and leaves it to the caller when to come back.
 */
export class HttpSeatFeed implements SeatFeed {
  connect(showtimeId: string, after: number | undefined, listener: FeedListener): () => void {
    const stop = new AbortController();
    void read(showtimeId, after, listener, stop.signal);
    return () => stop.abort();
  }
}

async function read(
  showtimeId: string,
  after: number | undefined,
  listener: FeedListener,
  signal: AbortSignal,
): Promise<void> {
  let retryAfterMs: number | undefined;
  try {
    const headers = new Headers({ Accept: "text/event-stream" });
    if (after !== undefined) headers.set("Last-Event-ID", String(after));
    const path = `/booking/api/seats/${encodeURIComponent(showtimeId)}/events`;
    const response = await fetch(path, { headers, cache: "no-store", signal });
    const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
    if (Number.isFinite(seconds)) retryAfterMs = seconds * 1000;
    if (response.ok && response.body !== null && !signal.aborted) {
      listener.onOpen();
      await drain(response.body, listener, signal);
    }
  } catch {
    // A connection that broke has ended, which is all there is to say.
  }
  if (!signal.aborted) listener.onEnd(retryAfterMs);
}

async function drain(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  listener: FeedListener,
  signal: AbortSignal,
): Promise<void> {
  const parser = new EventStreamParser();
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  while (true) {
    const { done, value } = await reader.read();
    if (done || signal.aborted) return;
    listener.onAlive();
    for (const event of parser.push(value)) {
      const seats = seatEventOf(event);
      if (seats !== undefined) listener.onEvent(seats);
    }
  }
}

interface Body {
  readonly version: number;
  readonly statuses?: string;
  readonly changes?: SeatDiff["changes"];
  readonly areas?: readonly AreaPlaces[];
}

/** The event as the map understands it; undefined when it is none of ours. */
export function seatEventOf({ event, data }: StreamEvent): SeatEvent | undefined {
  if (event === "resync") return { kind: "resync" };
  if (event !== "snapshot" && event !== "diff") return undefined;
  const { version, statuses = "", changes = [], areas = [] } = JSON.parse(data) as Body;
  return event === "snapshot"
    ? { kind: "snapshot", version, statuses, areas }
    : { kind: "diff", version, changes, areas };
}
