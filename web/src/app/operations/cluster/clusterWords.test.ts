import { expect, it } from "vitest";
import type { Cluster, ClusterNode } from "./clusterQuery";
import { colourOf, concernsOf, hrefOf, silenceOf, spansOf, standingOf, versionOf } from "./clusterWords";
import { shardPictureOf } from "./shardPicture";

const first: ClusterNode = {
  number: 1,
  name: "a",
  state: "up",
  isThis: true,
  url: "http://a:8080",
  link: "10.0.0.1:7000",
  version: "0.1.0",
  startedAt: "2027-01-15T06:00:00+00:00",
  silentMs: 90,
  shards: [0, 1, 2],
  appliedPosition: 900,
  lagBytes: 0,
  term: 1,
};
const second: ClusterNode = {
  ...first,
  number: 2,
  name: "b",
  isThis: false,
  link: "10.0.0.2:7000",
  shards: [3],
};
const well: Cluster = {
  isClustered: true,
  committedPosition: 900,
  nodes: [first, second],
  shards: [
    { number: 0, node: 1 },
    { number: 1, node: 1 },
    { number: 2, node: 1 },
    { number: 3, node: 2 },
  ],
  links: [{ address: "10.0.0.2:7000", isUp: true, inFlight: 0, lastFailure: null }],
  sentCount: 5,
  retriedCount: 0,
  lostCount: 0,
};

const textsOf = (cluster: Cluster) => concernsOf(cluster).map(({ text }) => text);

it("says nothing when all is well", () => {
  expect(concernsOf(well)).toEqual([]);
});

it("says the worst first, and links by the name of their node", () => {
  const troubled: Cluster = {
    ...well,
    nodes: [first, { ...second, state: "down", shards: [] }],
    shards: well.shards.map((shard) => (shard.number === 3 ? { number: 3, node: null } : shard)),
    links: [{ address: "10.0.0.2:7000", isUp: false, inFlight: 0, lastFailure: "refused" }],
  };
  expect(textsOf(troubled)).toEqual([
    "Shard 3 has no node: what is sent there waits.",
    "b is down: the others do its work until it is back.",
    "The link to b is down.",
  ]);
});

it("says what is each node's own while Redis is away", () => {
  const redis = {
    isUp: true,
    isJoined: true,
    peerCount: 1,
    sentCount: 1,
    receivedCount: 1,
    lostCount: 0,
    answersShared: 0,
    answersMade: 0,
  };
  expect(textsOf({ ...well, redis })).toEqual([]);
  const withRedis = (change: Partial<typeof redis>) =>
    textsOf({ ...well, redis: { ...redis, ...change } })[0];
  expect(withRedis({ isUp: false })).toContain("tickets and quotas are this node's own");
  expect(withRedis({ isJoined: false })).toContain(
    "messages of rooms, and who is there, are this node's own",
  );
  expect(withRedis({ isUp: false, isJoined: false })).toContain("tickets, quotas, messages of rooms");
});

it("tells silent from leaving, from far behind, and from another version", () => {
  const withSecond = (change: Partial<ClusterNode>) =>
    textsOf({ ...well, nodes: [first, { ...second, ...change }] });
  expect(withSecond({ state: "silent" })).toEqual(["b is silent: its shards are about to go to others."]);
  expect(withSecond({ state: "leaving" })).toEqual(["b leaves and hands its shards on."]);
  expect(withSecond({ lagBytes: 1024 * 1024 })).toEqual([]);
  expect(withSecond({ lagBytes: 64 * 1024 * 1024 })).toHaveLength(1);
  expect(withSecond({ version: "0.2.0" })).toEqual(["Nodes run different versions: 0.1.0, 0.2.0."]);
  expect(withSecond({ version: "0.2.0", state: "down" })).toHaveLength(1);
});

it("names every state, one it does not know, too", () => {
  expect(["up", "leaving", "silent", "down"].map((state) => standingOf(state).word)).toEqual([
    "Up",
    "Leaving",
    "Silent",
    "Down",
  ]);
  expect(standingOf("other")).toEqual({ meaning: "neutral", word: "other" });
});

it("shortens runs of shards", () => {
  expect(spansOf([])).toBe("");
  expect(spansOf([7])).toBe("7");
  expect(spansOf([9, 0, 1, 2, 4])).toBe("0–2, 4, 9");
});

it("gives each of eight nodes a colour of its own", () => {
  expect(colourOf(0)).toBe("var(--series-1)");
  expect(new Set([0, 1, 2, 3, 4, 5, 6, 7].map(colourOf)).size).toBe(8);
  expect(colourOf(9)).toBe(colourOf(1));
});

it("keeps of a build's name what tells it from others", () => {
  expect(versionOf("0.1.0+9cc05836fd014bfd8ae110c0")).toBe("0.1.0+9cc0583");
  expect(versionOf("0.1.0")).toBe("0.1.0");
});

it("follows only addresses of the web", () => {
  expect(hrefOf("https://a.example")).toBe("https://a.example");
  expect(hrefOf("javascript:alert(1)")).toBeUndefined();
  expect(hrefOf(null)).toBeUndefined();
});

it("does not count the pause between two beats as silence", () => {
  expect(silenceOf({ ...second, silentMs: 230 })).toBe("Under 1 s");
  expect(silenceOf({ ...second, silentMs: 4200 })).toBe("4.2 s");
  expect(silenceOf({ ...first, silentMs: 4200 })).toBe("–");
});

it("tells the shard map in a sentence and a table", () => {
  const { cells, legend, summary, table } = shardPictureOf({
    ...well,
    shards: [...well.shards, { number: 4, node: null }, { number: 5, node: 9 }],
  });
  expect(summary).toBe("6 shards. a has 3: 0–2; b has 1: 3; node 9 has 1: 5; no node has 1: 4.");
  expect(cells[4]).toEqual({ shard: 4, node: undefined, name: "no node" });
  expect(legend.map(({ name, count }) => [name, count])).toEqual([
    ["a", 3],
    ["b", 1],
    ["node 9", 1],
    ["no node", 1],
  ]);
  expect(table.rows[3]).toEqual({ cells: ["b", "3"] });
});
