import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Countdown } from "./Countdown";

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime("2030-01-01T00:00:00Z");
});

afterEach(() => {
  vi.useRealTimers();
});

const shown = () => screen.getByRole("timer").textContent;

it("counts down and says once that it is over", () => {
  const onEnd = vi.fn();
  render(<Countdown until="2030-01-01T00:00:03Z" onEnd={onEnd} />);
  expect(shown()).toBe("0:03");
  act(() => vi.advanceTimersByTime(2000));
  expect(shown()).toBe("0:01");
  expect(onEnd).not.toHaveBeenCalled();
  act(() => vi.advanceTimersByTime(5000));
  expect(shown()).toBe("0:00");
  expect(onEnd).toHaveBeenCalledTimes(1);
});

it("goes by the server's clock when told how far that is ahead", () => {
  render(<Countdown until="2030-01-01T00:05:00Z" skewMs={60_000} />);
  expect(shown()).toBe("4:00");
});
