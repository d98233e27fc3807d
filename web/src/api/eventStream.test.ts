import { expect, it } from "vitest";
import { eventsOf, type ServerEvent } from "./eventStream";

const bytes = (text: string) => new TextEncoder().encode(text);

async function read(...pieces: Uint8Array[]): Promise<ServerEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const events: ServerEvent[] = [];
  for await (const event of eventsOf(body)) events.push(event);
  return events;
}

it("reads events, however they are cut", async () => {
  const whole = bytes('event: words\ndata: {"text":"Für"}\n\n: alive\n\nevent: answer\ndata: {}\n\n');
  const wanted = [
    { event: "words", data: '{"text":"Für"}' },
    { event: "answer", data: "{}" },
  ];
  expect(await read(whole)).toEqual(wanted);
  for (let cut = 1; cut < whole.length; cut++)
    expect(await read(whole.slice(0, cut), whole.slice(cut))).toEqual(wanted);
});

it("drops what is not whole", async () => {
  expect(await read(bytes("data: one\n\ndata: tw"))).toEqual([{ event: "message", data: "one" }]);
});
