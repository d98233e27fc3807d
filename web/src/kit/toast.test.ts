import { afterEach, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import { closeToast, toast, toastProblem, toastStore } from "./toast";

afterEach(() => {
  for (const { id } of toastStore.now()) closeToast(id);
  vi.useRealTimers();
});

it("shows good news for a while, and bad news until closed", () => {
  vi.useFakeTimers();
  toast("Booked.");
  toastProblem(new ApiProblem({ status: 503, title: "Too busy.", traceId: "t-1" }));
  expect(toastStore.now().map((each) => [each.meaning, each.title, each.traceId])).toEqual([
    ["good", "Booked.", undefined],
    ["bad", "Too busy.", "t-1"],
  ]);
  vi.advanceTimersByTime(60_000);
  expect(toastStore.now().map((each) => each.title)).toEqual(["Too busy."]);
  closeToast(toastStore.now()[0]?.id ?? 0);
  expect(toastStore.now()).toEqual([]);
});

it("never fills the window", () => {
  for (let i = 0; i < 10; i++) toastProblem(new Error(`${i}`));
  expect(toastStore.now().map((each) => each.text)).toEqual(["6", "7", "8", "9"]);
});
