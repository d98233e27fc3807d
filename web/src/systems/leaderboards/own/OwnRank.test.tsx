import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderInApp } from "@/testing/renderInApp";
import { OwnRank } from "./OwnRank";

function own(more: Partial<Parameters<typeof OwnRank>[0]> = {}) {
  renderInApp(
    <OwnRank
      rank={51}
      score={900}
      size={10_000}
      places={undefined}
      next={50}
      way={{ pointsToGo: 101, share: 0.5 }}
      action={null}
      {...more}
    />,
  );
  return screen.getByRole("region", { name: "Your rank" });
}

it("says where one stands, and what is next", () => {
  const bar = own({ places: 3 });
  expect(bar.textContent).toContain("51");
  expect(bar.textContent).toContain("of 10,000, top 0.5");
  expect(bar.textContent).toContain("101 points to top 50");
  expect(bar.textContent).toContain("up 3");
  const progress = screen.getByRole("progressbar", { name: "The way to top 50" });
  expect(progress.getAttribute("aria-valuenow")).toBe("50");
});

it("says from the lower half whom one is ahead of", () => {
  expect(own({ rank: 9000 }).textContent).toContain("of 10,000, ahead of 10.0");
});

it("says only what is known while the scores are on the way", () => {
  expect(own({ way: undefined }).textContent).toContain("Next: top 50");
});

it("has nothing to reach above the first", () => {
  expect(own({ rank: 1, next: undefined, way: undefined }).textContent).toContain("Nobody is above you.");
  expect(screen.queryByRole("progressbar")).toBeNull();
});
