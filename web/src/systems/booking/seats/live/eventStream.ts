/** An event of a `text/event-stream`. */
export interface StreamEvent {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: string;
}

/**
 * Reads server-sent events (HTML Living Standard, section 9.2) out of pieces of text that may be cut anywhere.
 * Comments are signs of life and give nothing.
 */
export class EventStreamParser {
  #rest = "";
  #event = "";
  #data: string[] = [];
  #id: string | undefined;

  /** The events that this piece completes. */
  push(piece: string): StreamEvent[] {
    const text = this.#rest + piece;
    // A carriage return at the very end may be half of a line's end.
    const end = text.endsWith("\r") ? text.length - 1 : text.length;
    const lines = text.slice(0, end).split(/\r\n|\n|\r/);
    this.#rest = (lines.pop() ?? "") + text.slice(end);
    const events: StreamEvent[] = [];
    for (const line of lines) {
      const done = this.#line(line);
      if (done !== undefined) events.push(done);
    }
    return events;
  }

  #line(line: string): StreamEvent | undefined {
    if (line === "") return this.#dispatch();
    if (line.startsWith(":")) return undefined;
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.#event = value;
    else if (field === "data") this.#data.push(value);
    else if (field === "id" && !value.includes("\0")) this.#id = value;
    return undefined;
  }

  #dispatch(): StreamEvent | undefined {
    const [event, data] = [this.#event, this.#data];
    this.#event = "";
    this.#data = [];
    if (data.length === 0) return undefined;
    return { id: this.#id, event: event === "" ? "message" : event, data: data.join("\n") };
  }
}
