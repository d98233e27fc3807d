import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { usePile } from "./usePile";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function pile(most?: number) {
  const paint = vi.fn();
  const { result } = renderHook(() => usePile<number>(paint, 250, most));
  return { paint, now: () => result.current };
}

it("paints what came since, at once, and nothing when nothing came", () => {
  const { paint, now } = pile();
  act(() => now().add([1]));
  act(() => now().add([2, 3]));
  expect(paint).not.toHaveBeenCalled();
  act(() => vi.advanceTimersByTime(250));
  expect(paint.mock.calls).toEqual([[[1, 2, 3]]]);
  act(() => vi.advanceTimersByTime(1000));
  expect(paint).toHaveBeenCalledTimes(1);
});

it("holds still, says how many wait, and goes on with all of them", () => {
  const { paint, now } = pile();
  act(() => now().hold(true));
  act(() => now().add([1, 2]));
  act(() => vi.advanceTimersByTime(500));
  expect(now().waiting).toBe(2);
  expect(paint).not.toHaveBeenCalled();
  act(() => now().hold(false));
  act(() => vi.advanceTimersByTime(250));
  expect(now().waiting).toBe(0);
  expect(paint.mock.calls).toEqual([[[1, 2]]]);
});

it("is bounded, and drops the earliest", () => {
  const { paint, now } = pile(3);
  act(() => now().hold(true));
  act(() => now().add([1, 2, 3, 4, 5]));
  act(() => now().hold(false));
  act(() => vi.advanceTimersByTime(250));
  expect(paint.mock.calls).toEqual([[[3, 4, 5]]]);
});
