import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { renderInApp } from "@/testing/renderInApp";
import { LineChart } from "../charts/LineChart";
import type { TimesData } from "../charts/TimesData";
import { Panel } from "./Panel";

const data: TimesData = {
  begins: [0, 86_400_000],
  grain: "day",
  unit: "count",
  series: [{ name: "Bookings", values: [3, 5] }],
};
const chart = <LineChart name="Bookings by day" data={data} />;

it("shows a chart as a picture with a sentence, and as a table", async () => {
  renderInApp(<Panel title="Bookings">{chart}</Panel>);
  const drawing = screen.getByRole("img");
  expect(drawing.getAttribute("aria-label")).toMatch(/^Bookings by day\. 2 days/);
  await userEvent.click(screen.getByRole("button", { name: "Bookings: show the numbers" }));
  expect(screen.getByRole("table", { name: "Bookings by day, the numbers" })).toBeDefined();
  expect(screen.queryByRole("img")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Bookings: show the chart" }));
  expect(screen.getByRole("img")).toBeDefined();
});

it("opens large and closes again", async () => {
  renderInApp(<Panel title="Bookings">{chart}</Panel>);
  await userEvent.click(screen.getByRole("button", { name: "Bookings: open large" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByRole("img")).toBeDefined();
  await userEvent.click(within(dialog).getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("holds its place while it waits, and offers to try again when it failed", async () => {
  const refetch = vi.fn();
  const { rerender } = renderInApp(
    <Panel title="Bookings" state={{ isPending: true, error: null }}>
      {chart}
    </Panel>,
  );
  expect(screen.queryByRole("img")).toBeNull();
  expect(screen.getByRole("region").getAttribute("aria-busy")).toBe("true");
  rerender(
    <Panel title="Bookings" state={{ isPending: true, error: new Error("gone"), refetch }}>
      {chart}
    </Panel>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(refetch).toHaveBeenCalledOnce();
});

it("says when something is missing in what it shows", () => {
  renderInApp(
    <Panel title="Bookings" partial="The oldest days are still read">
      {chart}
    </Panel>,
  );
  expect(screen.getByText("Partial")).toBeDefined();
});
