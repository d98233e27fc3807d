import { expect, test } from "vitest";
import type { Showtime } from "../browse/Showtime";
import { nextFilms } from "./nextFilms";

const show = (id: string, movieId: string) => ({ id, movieId }) as Showtime;

test("each film stands there once, with its soonest showtime", () => {
  const shows = [show("1", "a"), show("2", "b"), show("3", "a"), show("4", "c"), show("5", "d")];
  expect(nextFilms(shows, 3).map((each) => each.id)).toEqual(["1", "2", "4"]);
  expect(nextFilms(shows, 9)).toHaveLength(4);
  expect(nextFilms([], 3)).toEqual([]);
});
