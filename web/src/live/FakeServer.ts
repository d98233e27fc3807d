import { LiveClient, type LiveSocket } from "./LiveClient";

interface Heard {
  readonly event: string;
  readonly id: number;
  readonly data: Record<string, unknown>;
}

/** One socket of the fake server, seen from its side. */
export class FakeSocket implements LiveSocket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  readonly heard: Heard[] = [];
  readonly url: string;
  isClosed = false;

  constructor(url: string) {
    this.url = url;
  }

  send(text: string): void {
    this.heard.push(JSON.parse(text) as Heard);
  }

  close(): void {
    this.isClosed = true;
  }

  accept(): void {
    this.onopen?.();
  }

  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  cut(code = 1006, reason = ""): void {
    this.onclose?.({ code, reason });
  }

  /** The last event of a name the client sent. */
  last(event: string): Heard {
    const found = this.heard.findLast((message) => message.event === event);
    if (found === undefined) throw new Error(`No ${event} among ${this.heard.map((each) => each.event)}.`);
    return found;
  }

  /** Answers the last subscription, as the server does. */
  subscribed(offset: number, recovery: "none" | "complete" | "gap" = "none", epoch = "e1"): void {
    const { id, data } = this.last("subscribe");
    this.say({ event: "subscribed", id, data: { topic: data.topic, epoch, offset, recovery } });
  }
}

/** A server of sockets that do nothing by themselves. */
export class FakeServer {
  readonly sockets: FakeSocket[] = [];
  ticket: { ticket: string; signedInUntil: string } | undefined;

  client(random = () => 0.5): LiveClient {
    return new LiveClient({
      url: "ws://server/ws",
      open: (url) => {
        const socket = new FakeSocket(url);
        this.sockets.push(socket);
        return socket;
      },
      ticket: async () => this.ticket,
      random,
    });
  }

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error("Nobody has connected.");
    return socket;
  }
}
