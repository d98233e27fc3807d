import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { renderInApp } from "@/testing/renderInApp";
import { Leaderboard } from "./Leaderboard";

const items = [
  { key: "7", name: "Heat", value: 1_234_500 },
  { key: "9", name: "Ran", value: null },
];

it("leads on by press, as a list and as a table", async () => {
  const onPick = vi.fn();
  renderInApp(
    <Leaderboard name="Films" of="Film" measure="Revenue" unit="money" items={items} onPick={onPick} />,
  );
  await userEvent.click(screen.getByRole("button", { name: /Heat/ }));
  expect(onPick).toHaveBeenLastCalledWith("7");
  await userEvent.click(screen.getByRole("button", { name: "As a table" }));
  expect(screen.getByRole("table", { name: "Films, the numbers" })).toBeDefined();
  expect(screen.getByText("€12,345.00")).toBeDefined();
  await userEvent.click(screen.getByText("Ran"));
  expect(onPick).toHaveBeenLastCalledWith("9");
});

it("says when there is nothing", () => {
  renderInApp(<Leaderboard name="Films" of="Film" measure="Revenue" unit="money" items={[]} />);
  expect(screen.getByText("Nothing in this time")).toBeDefined();
  expect(screen.queryByRole("button")).toBeNull();
});
