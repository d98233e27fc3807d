import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderInApp } from "@/testing/renderInApp";
import { ClusterNews } from "./ClusterNews";
import type { Cluster } from "./clusterQuery";
import { LinkTable } from "./LinkTable";

const alone: Cluster = {
  isClustered: false,
  committedPosition: 0,
  nodes: [
    {
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
    },
  ],
  shards: [{ number: 0, node: 0 }],
  links: [],
  sentCount: 0,
  retriedCount: 0,
  lostCount: 0,
};

it("says that a server is alone, and where it says how to run several", () => {
  renderInApp(<ClusterNews cluster={alone} />);
  const news = screen.getByRole("status");
  expect(news.textContent).toContain("This server is alone");
  expect(news.textContent).toContain("docs/operations.md");
});

it("tells the only node of a cluster from a server that can have no others", () => {
  renderInApp(<ClusterNews cluster={{ ...alone, isClustered: true }} />);
  expect(screen.getByRole("status").textContent).toContain("The only node so far");
});

it("says why there are no links", () => {
  renderInApp(<LinkTable cluster={alone} />);
  expect(screen.getByText("A server that is alone needs none.")).toBeDefined();
});
