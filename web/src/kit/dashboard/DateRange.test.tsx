import { fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderInApp } from "@/testing/renderInApp";
import { DateRange } from "./DateRange";
import { periodOf, type RangeSearch } from "./range";

const now = new Date("2026-11-22T12:00:00Z").getTime();

function show(search: RangeSearch) {
  const onChange = vi.fn();
  renderInApp(<DateRange search={search} period={periodOf(search, now)} onChange={onChange} />);
  return onChange;
}

it("asks for days only where somebody wants their own", () => {
  show({});
  expect(screen.queryByLabelText("First day")).toBeNull();
});

it("moves the other end along when days would be in the wrong order", () => {
  const onChange = show({ from: "2026-11-01", to: "2026-11-10" });
  fireEvent.change(screen.getByLabelText("First day"), { target: { value: "2026-11-15" } });
  expect(onChange).toHaveBeenLastCalledWith({ from: "2026-11-15", to: "2026-11-15", range: undefined });
  fireEvent.change(screen.getByLabelText("Last day"), { target: { value: "2026-10-15" } });
  expect(onChange).toHaveBeenLastCalledWith({ from: "2026-10-15", to: "2026-10-15", range: undefined });
});
