import { expect, test } from "vitest";
import { differences } from "@/kit/form/differences";
import { bodyOf, emptyFilm, type Film, filmFields, filmRules, formOf } from "./film";

const film: Film = {
  id: "7",
  title: "Nine Tides",
  description: "A lighthouse keeper counts.",
  durationMinutes: 101,
  genre: "Drama",
  rating: "12",
  posterUrl: "",
  releasedOn: "2026-03-01",
  revision: 4,
};

test("a film comes back from its form as it was", () => {
  const { id: _id, revision: _revision, ...rest } = film;
  expect(bodyOf(formOf(film))).toEqual(rest);
});

test("a film without a release day keeps having none", () => {
  expect(bodyOf(formOf({ ...film, releasedOn: "0001-01-01" })).releasedOn).toBeNull();
});

test("the form is refused where the server would refuse it", () => {
  expect(filmRules.title("  ")).toBe("Is required.");
  expect(filmRules.title("x".repeat(201))).toMatch(/At most 200/);
  expect(filmRules.durationMinutes(emptyFilm.durationMinutes)).not.toBeNull();
  expect(filmRules.durationMinutes(1441)).not.toBeNull();
  expect(filmRules.durationMinutes(1440)).toBeNull();
  expect(filmRules.durationMinutes(90.5)).not.toBeNull();
  expect(filmRules.rating("x".repeat(17))).not.toBeNull();
});

test("only the fields that differ are shown in a conflict", () => {
  const mine = formOf(film);
  expect(differences(mine, { ...mine, genre: "Crime" }, filmFields)).toEqual([
    { label: "Genre", mine: "Drama", theirs: "Crime" },
  ]);
});
