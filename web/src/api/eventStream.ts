/** One of a stream's events. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/** The events of an answer that is a `text/event-stream`, as they come; comments and half events are left out. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const text = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += text.decode(value, { stream: true });
      const frames = rest.split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames) {
        const event = read(frame);
        if (event !== undefined) yield event;
      }
    }
  } finally {
    // Who stops listening lets the connection go.
    await reader.cancel();
  }
}

function read(frame: string): ServerEvent | undefined {
  let event = "message";
  const data: string[] = [];
  for (const line of frame.split("\n")) {
    if (line.startsWith("event: ")) event = line.slice(7);
    else if (line.startsWith("data: ")) data.push(line.slice(6));
  }
  return data.length === 0 ? undefined : { event, data: data.join("\n") };
}
