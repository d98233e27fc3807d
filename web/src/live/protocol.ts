/** A message of the server; see docs/gateway.md. */
export interface ServerMessage {
  readonly event: string;
  readonly id?: number;
  readonly topic?: string;
  readonly offset?: number;
  readonly data?: unknown;
}

/** What a subscription is answered with. */
export interface Subscribed {
  readonly topic: string;
  readonly epoch: string;
  readonly offset: number;
  readonly recovery: "none" | "complete" | "gap";
}

/** Why the server refused; fields of the problem document among the rest. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly [field: string]: unknown;
}

/** Close codes the client acts upon. */
export const closeCodes = { done: 1000, signedOut: 4401, forbidden: 4403 } as const;

/** Reads a message; undefined when it is none. */
export function messageOf(text: unknown): ServerMessage | undefined {
  if (typeof text !== "string") return undefined;
  try {
    const message: unknown = JSON.parse(text);
    const isMessage = typeof message === "object" && message !== null && "event" in message;
    return isMessage && typeof message.event === "string" ? (message as ServerMessage) : undefined;
  } catch {
    return undefined;
  }
}

/** How long the server wants a client to stay away: "reconnect in 1200 ms". */
export function hintOf(reason: string): number | undefined {
  const found = /reconnect in (\d{1,7}) ms/.exec(reason);
  return found === null ? undefined : Number(found[1]);
}
