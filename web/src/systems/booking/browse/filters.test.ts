import { describe, expect, it } from "vitest";
import { countFilters, noFilters, queryOf, readFilters, sortedBy, sortOf } from "./filters";

/** Only what is set, as the URL would show it. */
function shown(search: Record<string, unknown>) {
  return JSON.parse(JSON.stringify(readFilters(search)));
}

describe("readFilters", () => {
  it("keeps what makes sense", () => {
    const all = {
      search: "harbour",
      date: "2030-12-31",
      city: "Aldenport",
      theater: "7",
      film: "382970854847283200",
      genre: "Drama",
      min: 5,
      max: 20,
      available: true,
      together: 4,
      sort: "price",
      order: "desc",
      open: "12",
    };
    expect(shown(all)).toEqual(all);
  });

  it("drops what makes none", () => {
    expect(
      shown({
        date: "2030-02-30",
        theater: "x",
        film: -1,
        min: 1.5,
        together: 99,
        sort: "size",
        order: "up",
      }),
    ).toEqual({});
  });

  it("drops an upper price below the lower one, which the server would refuse", () => {
    expect(shown({ min: 20, max: 10 })).toEqual({ min: 20 });
  });

  it("leaves defaults out", () => {
    expect(shown({ sort: "time", order: "asc" })).toEqual({});
    expect(shown({ sort: "popularity", order: "desc" })).toEqual({ sort: "popularity" });
    expect(shown({ sort: "popularity", order: "asc" })).toEqual({ sort: "popularity", order: "asc" });
  });

  it("reads its own result again as the same", () => {
    const once = readFilters({ film: "3", available: "true", sort: "price", order: "desc", max: 12 });
    expect(readFilters({ ...once })).toEqual(once);
  });
});

describe("queryOf", () => {
  it("asks the server in its own words, prices in hundredths", () => {
    expect(queryOf(readFilters({ film: 3, min: 5, max: 12, available: true, together: 2 }))).toEqual({
      movie_id: "3",
      min_price: "500",
      max_price: "1200",
      available: "true",
      together: "2",
      sort: "time",
      order: "asc",
    });
  });

  it("does not send what only the page needs", () => {
    expect(queryOf(readFilters({ open: 5 }))).toEqual({ sort: "time", order: "asc" });
  });
});

describe("sorting", () => {
  it("begins with the most wanted, and can be turned round", () => {
    expect(sortOf(sortedBy("popularity", "desc"))).toEqual({ by: "popularity", order: "desc" });
    expect(sortedBy("popularity", "desc")).toEqual({ sort: "popularity", order: undefined });
    expect(sortOf(sortedBy("popularity", "asc"))).toEqual({ by: "popularity", order: "asc" });
    expect(sortOf(sortedBy("time", "desc"))).toEqual({ by: "time", order: "desc" });
  });
});

describe("countFilters", () => {
  it("counts a price range once, and neither sort nor panel", () => {
    expect(countFilters(readFilters({ min: 1, max: 2, genre: "War", sort: "price", open: 4 }))).toBe(2);
  });

  it("is 0 once all are cleared", () => {
    const filters = readFilters({ search: "a", date: "2030-01-01", city: "x", theater: 1, film: 1, min: 1 });
    expect(countFilters({ ...filters, ...noFilters })).toBe(0);
  });
});
