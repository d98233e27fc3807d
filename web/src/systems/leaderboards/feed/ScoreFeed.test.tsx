import { act, fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderInApp } from "@/testing/renderInApp";
import { ScoreFeed } from "./ScoreFeed";

const score = (id: string) => ({
  id,
  at: Date.parse("2030-01-01T10:00:00Z"),
  playerId: "7",
  name: `Player ${id}`,
  mode: "Raid",
  score: 1234,
});

function feed(more: Partial<Parameters<typeof ScoreFeed>[0]> = {}) {
  const onHold = vi.fn();
  renderInApp(
    <ScoreFeed
      status="live"
      rows={[score("b"), score("a")]}
      waiting={0}
      isHeld={false}
      onHold={onHold}
      {...more}
    />,
  );
  return onHold;
}

it("lists scores, the newest first", () => {
  feed();
  expect(screen.getAllByRole("listitem").map((line) => line.textContent)).toEqual([
    expect.stringContaining("Player b1,234Raid"),
    expect.stringContaining("Player a1,234Raid"),
  ]);
});

it("holds still for a pointer and for a focus, also of a link in it", () => {
  const onHold = feed();
  const list = screen.getByRole("list");
  fireEvent.pointerEnter(list);
  fireEvent.pointerLeave(list);
  act(() => screen.getByText("Player a").focus());
  act(() => screen.getByText("Player a").blur());
  expect(onHold.mock.calls).toEqual([[true], [false], [true], [false]]);
});

it("says how many wait", () => {
  feed({ isHeld: true, waiting: 3 });
  expect(screen.getByText("Paused, 3 waiting")).toBeDefined();
});

it("says that nothing has come yet", () => {
  feed({ rows: [] });
  expect(screen.getByText("Quiet so far")).toBeDefined();
});
