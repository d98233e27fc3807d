import type { LiveClient } from "@/live/LiveClient";
import type { TopicMessage } from "@/live/Topics";
import type { AreaPlaces, FeedListener, SeatDiff, SeatEvent, SeatFeed } from "./SeatFeed";

/** Networks that let no WebSocket through take a while to say so. */
const patienceMs = 5_000;
const hopelessFailures = 2;

/** Seats over the tab's socket; where there is none to be had, over another feed. */
export class LiveSeatFeed implements SeatFeed {
  readonly #client: LiveClient;
  readonly #fallback: SeatFeed;

  constructor(client: LiveClient, fallback: SeatFeed) {
    this.#client = client;
    this.#fallback = fallback;
  }

  connect(showtimeId: string, after: number | undefined, listener: FeedListener): () => void {
    const fallBack = () => this.#fallback.connect(showtimeId, after, listener);
    if (this.#client.failures >= hopelessFailures) return fallBack();
    let hasOpened = false;
    const replace = () => {
      clearTimeout(patience);
      leave();
      leave = fallBack();
    };
    const patience = setTimeout(replace, patienceMs);
    let leave = this.#client.listen(
      `seats:${showtimeId}`,
      {
        onLive: (isLive) => {
          if (isLive) {
            clearTimeout(patience);
            hasOpened = true;
            listener.onOpen();
            listener.onAlive();
          } else if (this.#client.status === "open") {
            listener.onEvent({ kind: "resync" }); // the topic is taken anew
          } else if (hasOpened) {
            leave();
            listener.onEnd(undefined);
          }
        },
        onMessage: (message) => {
          const event = seatEventOf(message);
          if (event !== undefined) listener.onEvent(event);
        },
        onRefused: replace,
        onAlive: () => {
          if (hasOpened) listener.onAlive();
        },
      },
      after,
    );
    return () => {
      clearTimeout(patience);
      leave();
    };
  }
}

interface Body {
  readonly version: number;
  readonly statuses?: string;
  readonly changes?: SeatDiff["changes"];
  readonly areas?: readonly AreaPlaces[];
}

function seatEventOf({ event, data }: TopicMessage): SeatEvent | undefined {
  const { version, statuses = "", changes = [], areas = [] } = data as Body;
  if (event === "seat_snapshot") return { kind: "snapshot", version, statuses, areas };
  return event === "seat_update" ? { kind: "diff", version, changes, areas } : undefined;
}
