import { expect, it, vi } from "vitest";
import { ServerClock } from "./serverClock";

it("knows nothing before the first answer", () => {
  expect(new ServerClock().skewMs).toBe(0);
});

it("closes in on the offset with every answer", () => {
  const clock = new ServerClock();
  const offset = 90_300;
  for (let i = 0; i < 40; i++) {
    const sent = 1_000_000 + i * 1_370;
    const arrived = sent + 40;
    const date = Math.floor((sent + 20 + offset) / 1000) * 1000;
    clock.observe(date, sent, arrived);
  }
  expect(Math.abs(clock.skewMs - offset)).toBeLessThan(60);
});

it("begins anew when a clock was set", () => {
  const clock = new ServerClock();
  clock.observe(5_000_000, 5_000_000, 5_000_050);
  clock.observe(9_000_000, 5_001_000, 5_001_050);
  expect(clock.skewMs).toBeGreaterThan(3_990_000);
});

it("tells of changes that matter only", () => {
  const clock = new ServerClock();
  const told = vi.fn();
  clock.subscribe(told);
  clock.observe(60_000, 1_000, 1_050);
  clock.observe(60_000, 1_000, 1_049);
  expect(told).toHaveBeenCalledTimes(1);
});
