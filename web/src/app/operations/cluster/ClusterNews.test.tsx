import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderInApp } from "@/testing/renderInApp";
import { ClusterNews } from "./ClusterNews";
import type { Cluster, ClusterNode } from "./clusterQuery";
import { LinkTable } from "./LinkTable";
import { SeveralWords } from "./SeveralWords";

const self: ClusterNode = {
  number: 0,
  name: "a",
  state: "up",
  isThis: true,
  url: null,
  link: "",
  version: "",
  startedAt: "2027-01-15T06:00:00+00:00",
  silentMs: 0,
  shards: [0],
  appliedPosition: 0,
  lagBytes: 0,
  term: 1,
};
const alone: Cluster = {
  isClustered: false,
  committedPosition: 0,
  nodes: [self],
  shards: [{ number: 0, node: 0 }],
  links: [],
  sentCount: 0,
  retriedCount: 0,
  lostCount: 0,
};

it("says that a server is alone", () => {
  renderInApp(<ClusterNews cluster={alone} />);
  expect(screen.getByRole("status").textContent).toContain("This server is alone");
});

it("tells the only node of a cluster from a server that can have no others", () => {
  const { rerender } = renderInApp(<ClusterNews cluster={{ ...alone, isClustered: true }} />);
  expect(screen.getByRole("status").textContent).toContain("The only node so far");
  rerender(<SeveralWords isClustered />);
  expect(screen.getByText(/joins by itself/)).toBeDefined();
  rerender(<SeveralWords isClustered={false} />);
  expect(screen.getByText(/its own data folder/)).toBeDefined();
  expect(screen.getByText("docs/cluster.md")).toBeDefined();
});

it("says why there are no links yet, and names the node at the other end of one", () => {
  const { rerender } = renderInApp(<LinkTable cluster={alone} />);
  expect(screen.getByText("No command had to be sent to another node yet.")).toBeDefined();
  const other: ClusterNode = { ...self, name: "the other", link: "10.0.0.2:7000" };
  const links = [{ address: other.link, isUp: false, inFlight: 2, lastFailure: "refused" }];
  rerender(<LinkTable cluster={{ ...alone, nodes: [other], links }} />);
  expect(screen.getByText("the other")).toBeDefined();
  expect(screen.getByText("Down")).toBeDefined();
});
