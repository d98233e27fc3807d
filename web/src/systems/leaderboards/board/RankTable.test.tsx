import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { createRef } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Rows, rowsOf } from "@/kit/list/Rows";
import { renderInApp } from "@/testing/renderInApp";
import type { Ranked } from "./Ranked";
import { RankTable, type RankTableHandle } from "./RankTable";

const size = 10_000_000;
const player = (rank: number, playerId = `p${rank}`): Ranked => ({
  rank,
  playerId,
  name: `Player ${playerId}`,
  score: size - rank,
});
const everybody: Rows<Ranked> = { count: size, at: (index) => player(index + 1) };
const abc = rowsOf(["a", "b", "c"].map((id, i) => player(i + 1, id)));
const cba = rowsOf(["c", "b", "a"].map((id, i) => player(i + 1, id)));
const animate = vi.fn<(frames: readonly { readonly transform: string }[]) => void>();

beforeEach(() => {
  animate.mockClear();
  Object.defineProperty(Element.prototype, "animate", { configurable: true, value: animate });
});
afterEach(() => {
  Reflect.deleteProperty(Element.prototype, "animate");
});

function table(rows: Rows<Ranked>, ownId?: string) {
  const handle = createRef<RankTableHandle>();
  const element = (now: Rows<Ranked>, of = "all", isStale = false) => (
    <RankTable
      label="Board"
      rows={now}
      of={of}
      ownId={ownId}
      isLoading={false}
      isStale={isStale}
      empty="Nobody"
      handle={handle}
    />
  );
  const { rerender } = renderInApp(element(rows));
  return { show: (...next: Parameters<typeof element>) => rerender(element(...next)), handle };
}

it("is as long as the board, and makes only the rows in view", () => {
  table(everybody);
  expect(screen.getByRole("table").getAttribute("aria-rowcount")).toBe("10000001");
  expect(screen.getAllByRole("row").length).toBeLessThan(50);
  expect(screen.getByText("Player p1")).toBeDefined();
});

it("goes to any rank, and asks for the rows where it rests", async () => {
  const onRange = vi.fn();
  const { handle } = table({ ...everybody, onRange });
  onRange.mockClear();
  act(() => handle.current?.showRank(1_000_000));
  act(() => handle.current?.showRank(7_654_321));
  expect(screen.getByText("Player p7654321")).toBeDefined();
  expect(screen.queryByText("Player p1")).toBeNull();
  await waitFor(() => expect(onRange).toHaveBeenCalledTimes(1));
  const [first, last] = onRange.mock.calls[0] ?? [];
  expect(first).toBeLessThan(7_654_320);
  expect(last).toBeGreaterThan(7_654_320);
  act(() => handle.current?.showRank(size));
  expect(screen.getByText("Player p10000000")).toBeDefined();
});

it("lets a row glide from where its player was, and nobody else's", () => {
  const { show } = table({
    count: 3,
    at: (index) => [player(1, "a"), player(2, "b"), player(3, "c")][index],
  });
  animate.mockClear();
  show({ count: 3, at: (index) => [player(1, "c"), player(2, "b"), player(3, "a")][index] });
  const glides = animate.mock.calls.map(([frames]) => frames.map(({ transform }) => transform));
  expect(glides).toEqual([
    ["translateY(88px)", "translateY(0px)"],
    ["translateY(0px)", "translateY(88px)"],
  ]);
});

it("lets nothing glide because somebody scrolls, however far", () => {
  const { handle } = table(everybody);
  animate.mockClear();
  for (const rank of [500, 5_000_000, 5_000_003, 9_999_990]) act(() => handle.current?.showRank(rank));
  expect(animate).not.toHaveBeenCalled();
});

it("says who moved and who one is, in words, too", () => {
  const { show } = table(abc, "c");
  show(cba);
  const own = screen.getByText("Player c").closest("[role=row]");
  expect(own?.textContent).toContain("You");
  expect(own?.textContent).toContain("up 2");
  expect(screen.getByText("Player a").closest("[role=row]")?.textContent).toContain("down 2");
  expect(screen.getByText("Player b").closest("[role=row]")?.textContent).not.toMatch(/up|down/);
});

it("takes nobody for moved who stands elsewhere on another board", () => {
  const { show } = table(abc);
  animate.mockClear();
  show(abc, "daily", true);
  show(cba, "daily");
  expect(animate).not.toHaveBeenCalled();
  expect(screen.queryByText(/up|down/)).toBeNull();
});

it("moves the focus from player to player by keys", () => {
  table(everybody);
  screen.getByText("Player p1").focus();
  fireEvent.keyDown(screen.getByText("Player p1"), { key: "ArrowDown" });
  expect(document.activeElement?.textContent).toBe("Player p2");
  fireEvent.keyDown(screen.getByText("Player p2"), { key: "End" });
  expect(document.activeElement?.textContent).toBe("Player p10000000");
});

it("keeps the places of rows that are on the way", () => {
  table({ count: 100, at: (index) => (index === 1 ? player(2) : undefined) });
  expect(screen.getByText("Player p2")).toBeDefined();
  expect(screen.getAllByRole("row").length).toBeGreaterThan(10);
});

it("leads to the player without loading the app anew, but into another tab where that is wanted", () => {
  table(everybody);
  const link = screen.getByText("Player p2");
  expect(link.getAttribute("href")).toBe("/leaderboards/players/p2");
  expect(fireEvent.click(link)).toBe(false);
  expect(fireEvent.click(link, { ctrlKey: true })).toBe(true);
});
