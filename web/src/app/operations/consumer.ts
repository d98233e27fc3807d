import type { Schemas } from "@/api/client";

export type Consumer = Schemas["ConsumerAnswer"];
export type ConsumerGroup = Schemas["ConsumerGroupAnswer"];
export type Projection = Schemas["ProjectionAnswer"];
export type ParkedFact = Schemas["ParkedAnswer"];

export type Health = "good" | "info" | "warning" | "bad" | "neutral";

/** A consumer this far behind is worth a look. */
const lateMs = 10_000;

export interface Standing {
  readonly meaning: Health;
  readonly word: string;
}

/** How a consumer is doing, in a word; the worst thing first. */
export function standingOf(consumer: Consumer): Standing {
  if (consumer.isPaused) return { meaning: "neutral", word: "Paused" };
  if (consumer.parked > 0) return { meaning: "bad", word: `${consumer.parked} parked` };
  if (consumer.retries > 0) return { meaning: "warning", word: `Retry ${consumer.retries}` };
  if (consumer.lagMs > lateMs) return { meaning: "warning", word: "Behind" };
  return consumer.lagBytes > 0
    ? { meaning: "info", word: "Catching up" }
    : { meaning: "good", word: "Up to date" };
}

/** How a member of a consumer group is doing, in a word; the worst thing first. */
export function groupStandingOf(group: ConsumerGroup): Standing {
  if (!group.isMember) return { meaning: "warning", word: "Joining" };
  if (group.parked > 0) return { meaning: "bad", word: `${group.parked} parked` };
  return group.lag > 0 ? { meaning: "info", word: "Catching up" } : { meaning: "good", word: "Up to date" };
}

/** The bytes of a payload as hex beside what is readable of them, sixteen a line. */
export function dump(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const part = [...bytes.subarray(at, at + 16)];
    const hex = part.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const readable = part
      .map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : "·"))
      .join("");
    lines.push(`${at.toString(16).padStart(4, "0")}  ${hex.padEnd(47)}  ${readable}`);
  }

  return lines.join("\n");
}
