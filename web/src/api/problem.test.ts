import { describe, expect, it } from "vitest";
import { ApiProblem, asProblem, problemOf, unreachable } from "./problem";

const answer = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });

describe("a failed response", () => {
  it("becomes the problem document it carries", () => {
    const problem = problemOf(answer(409), {
      type: "/problems/seat_taken",
      title: "Somebody was quicker.",
      status: 409,
      code: "seat_taken",
      detail: "A-4 is held.",
      traceId: "t-1",
      errors: { seats: ["A-4"] },
    });
    expect(problem).toMatchObject({
      status: 409,
      code: "seat_taken",
      title: "Somebody was quicker.",
      traceId: "t-1",
    });
    expect(problem.message).toBe("A-4 is held.");
    expect(problem.fields).toEqual({ seats: ["A-4"] });
  });

  it.each([undefined, "<html>", { message: "no document" }, null])(
    "without a document (%j) still has a code",
    (body) => {
      expect(problemOf(answer(502), body)).toMatchObject({ status: 502, code: "unexpected_answer" });
    },
  );

  it("says how long to wait", () => {
    expect(problemOf(answer(429, { "Retry-After": "7" }), undefined).retryAfter).toBe(7);
    expect(problemOf(answer(429, { "Retry-After": "soon" }), undefined).retryAfter).toBeUndefined();
    expect(problemOf(answer(429), undefined).retryAfter).toBeUndefined();
  });
});

it.each([
  [0, true],
  [429, true],
  [503, true],
  [400, false],
  [409, false],
  [500, false],
])("status %i passes by itself: %s", (status, passes) => {
  expect(new ApiProblem({ status }).isPassing).toBe(passes);
});

describe("a thrown thing", () => {
  it("that is a problem stays it", () => {
    const problem = new ApiProblem({ status: 404 });
    expect(asProblem(problem)).toBe(problem);
  });

  it("of the network is an unreachable server", () => {
    expect(asProblem(new TypeError("Failed to fetch")).code).toBe(unreachable);
  });

  it("of the page itself is not blamed on the network", () => {
    expect(asProblem(new TypeError("x is undefined"))).toMatchObject({
      code: "page_failed",
      message: "x is undefined",
    });
  });
});
