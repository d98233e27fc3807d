import { formatDuration } from "@/kit/format";
import type { Cluster, ClusterNode } from "./clusterQuery";

export interface Standing {
  readonly meaning: "good" | "warning" | "bad" | "info" | "neutral";
  readonly word: string;
}

export interface Concern {
  readonly meaning: "info" | "warning" | "bad";
  /** Without figures that change all the time: it is read out when it changes. */
  readonly text: string;
}

const standings: Readonly<Record<string, Standing>> = {
  up: { meaning: "good", word: "Up" },
  leaving: { meaning: "info", word: "Leaving" },
  silent: { meaning: "warning", word: "Silent" },
  down: { meaning: "bad", word: "Down" },
};

/** A node that is further behind than what is written while a beat passes. */
const farBytes = 16 * 1024 * 1024;
/** How many colours the charts have. */
const colours = 8;

/** What a node's state means. */
export function standingOf(state: string): Standing {
  return standings[state] ?? { meaning: "neutral", word: state };
}

/** A node's colour, the same as long as it has its number; more nodes than colours share them. */
export function colourOf(number: number): string {
  return `var(--series-${1 + (number % colours)})`;
}

/** Shards in as few words as it takes: 0–3, 7. */
export function spansOf(shards: readonly number[]): string {
  const sorted = [...shards].sort((a, b) => a - b);
  const spans: string[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (sorted[to + 1] === (sorted[to] ?? 0) + 1) to++;
    spans.push(from === to ? `${sorted[from]}` : `${sorted[from]}–${sorted[to]}`);
    from = to + 1;
  }

  return spans.join(", ");
}

/** How long nothing was heard: a beat's fraction of a second is none of it. */
export function silenceOf({ silentMs, isThis }: ClusterNode): string {
  if (isThis) return "–";
  return silentMs < 1000 ? "Under 1 s" : formatDuration(silentMs);
}

/** The address a browser may follow; undefined for whatever is none. */
export function hrefOf(url: string | null | undefined): string | undefined {
  return url != null && /^https?:\/\//i.test(url) ? url : undefined;
}

/** A version without most of what its build is called: 0.1.0+9cc0583. */
export function versionOf(version: string): string {
  return version.replace(/\+(.{7}).*$/, "+$1");
}

/** What is not as it should be, the worst first; empty when all is well. */
export function concernsOf(cluster: Cluster): Concern[] {
  const concerns: Concern[] = [];
  const free = cluster.shards.filter(({ node }) => node == null).map(({ number }) => number);
  if (free.length > 0) {
    const which = free.length === 1 ? `Shard ${free[0]} has` : `Shards ${spansOf(free)} have`;
    concerns.push({ meaning: "bad", text: `${which} no node: what is sent there waits.` });
  }
  for (const node of cluster.nodes) concerns.push(...nodeConcerns(node));
  for (const { address, isUp } of cluster.links) {
    if (isUp) continue;
    concerns.push({ meaning: "warning", text: `The link to ${nameAt(cluster, address)} is down.` });
  }
  concerns.push(...redisConcerns(cluster));
  const versions = new Set(
    cluster.nodes.filter(({ state }) => state !== "down").map((each) => versionOf(each.version)),
  );
  if (versions.size > 1) {
    concerns.push({ meaning: "info", text: `Nodes run different versions: ${[...versions].join(", ")}.` });
  }
  const order = ["bad", "warning", "info"];
  return concerns.sort((a, b) => order.indexOf(a.meaning) - order.indexOf(b.meaning));
}

/** What people call the node a link leads to. */
export function nameAt({ nodes }: Cluster, address: string): string {
  return nodes.find((node) => node.link === address)?.name ?? address;
}

function redisConcerns({ redis }: Cluster): Concern[] {
  if (redis == null || (redis.isUp && redis.isJoined)) return [];
  const what = redis.isJoined
    ? "tickets and quotas are"
    : redis.isUp
      ? "messages of rooms, and who is there, are"
      : "tickets, quotas, messages of rooms, and who is there, are";
  return [{ meaning: "warning", text: `Redis is away: ${what} this node's own until it is back.` }];
}

function nodeConcerns({ name, state, lagBytes }: ClusterNode): Concern[] {
  if (state === "down") {
    return [{ meaning: "warning", text: `${name} is down: the others do its work until it is back.` }];
  }
  if (state === "silent") {
    return [{ meaning: "warning", text: `${name} is silent: its shards are about to go to others.` }];
  }
  if (state === "leaving") return [{ meaning: "info", text: `${name} leaves and hands its shards on.` }];
  if (lagBytes <= farBytes) return [];
  return [{ meaning: "warning", text: `${name} is far behind in the journal: what it shows is old.` }];
}
