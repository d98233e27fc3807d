import type { System } from "./systemQuery";

/** Something an operator should look at. */
export interface Concern {
  readonly meaning: "warning" | "bad";
  readonly text: string;
}

/** A mailbox this full is about to refuse. */
const fullMailbox = 0.8;
const lateMs = 10_000;
const slowCommitMs = 250;

/** What is not as it should be, the worst first; empty when all is well. */
export function concernsOf(system: System): Concern[] {
  const concerns: Concern[] = [];
  if (!system.journal.acceptsWrites) {
    concerns.push({ meaning: "bad", text: "The disk is full: writes are refused until there is room." });
  }
  const parked = system.consumers.reduce((sum, each) => sum + each.parked, 0);
  if (parked > 0) {
    concerns.push({ meaning: "bad", text: `${parked} facts are parked: a consumer gave up on them.` });
  }
  for (const { index, mailboxDepth, mailboxCapacity } of system.shards) {
    if (mailboxDepth < fullMailbox * mailboxCapacity) continue;
    concerns.push({
      meaning: "warning",
      text: `Shard ${index} hardly keeps up: ${mailboxDepth} commands wait.`,
    });
  }
  for (const { name, lagMs, lagBytes, isPaused } of system.consumers) {
    if (isPaused) concerns.push({ meaning: "warning", text: `The consumer ${name} is paused.` });
    else if (lagBytes > 0 && lagMs > lateMs) {
      concerns.push({
        meaning: "warning",
        text: `The consumer ${name} is ${Math.round(lagMs / 1000)} s behind.`,
      });
    }
  }
  if (system.commit.p99Ms > slowCommitMs) {
    concerns.push({ meaning: "warning", text: "Writing takes long: the disk is slow or shared." });
  }
  return concerns.sort((a, b) => Number(b.meaning === "bad") - Number(a.meaning === "bad"));
}
