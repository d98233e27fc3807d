import { expect, it } from "vitest";
import { bodyOf, emptyReport, formOf, parametersOf, scheduleOf } from "./report";
import type { Report } from "./reportQueries";

const report: Report = {
  id: "1",
  title: "Revenue",
  source: "rollup",
  format: "pdf",
  arguments: { system: "booking" },
  every: "week",
  weekday: "friday",
  hourUtc: 7,
  recipients: ["ada@example.org"],
  userId: "1",
  isPaused: false,
  nextAt: "2027-01-15T07:00:00Z",
};

it("sends back all that it was given when nothing is changed", () => {
  const { id: _, userId: __, isPaused: ___, nextAt: ____, ...same } = report;
  expect(bodyOf(formOf(report))).toEqual(same);
});

it("sends a weekday for weekly reports only, and no empty arguments", () => {
  const body = bodyOf({ ...emptyReport, weekday: "sunday", arguments: { by: " ", system: " booking " } });
  expect(body.weekday).toBeNull();
  expect(body.arguments).toEqual({ system: "booking" });
  expect(body.title).toBeNull();
});

it("leaves the days of a source to the schedule", () => {
  const parameters = ["from", "by", "to"].map((name) => ({ name, summary: "", choices: [] }));
  expect(parametersOf({ name: "x", title: "X", parameters }).map(({ name }) => name)).toEqual(["by"]);
});

it("says when it is made", () => {
  expect(scheduleOf(report)).toBe("Every Friday at 07:00 UTC");
  expect(scheduleOf({ ...report, every: "day", weekday: null, hourUtc: 16 })).toBe("Every day at 16:00 UTC");
});
