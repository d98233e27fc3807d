import { api, type Schemas, take } from "@/api/client";
import { eventsOf } from "@/api/eventStream";

export type ChatAnswer = Schemas["ChatbotAnswer"];

interface ChatQuestion {
  readonly message: string;
  /** What the answer before gave: it goes on from there. */
  readonly conversation?: string;
}

/** Asks, and tells the words of the answer as they are found; the answer that comes last is what counts. */
export async function askChatbot(body: ChatQuestion, onWords: (words: string) => void): Promise<ChatAnswer> {
  const stream: ReadableStream<Uint8Array> = await take(
    api.POST("/booking/api/chatbot/query", {
      body,
      headers: { Accept: "text/event-stream" },
      parseAs: "stream",
    }),
  );
  for await (const { event, data } of eventsOf(stream)) {
    if (event === "words") onWords((JSON.parse(data) as { text: string }).text);
    if (event === "answer") return JSON.parse(data) as ChatAnswer;
  }
  throw new Error("The answer broke off. Ask once more.");
}
