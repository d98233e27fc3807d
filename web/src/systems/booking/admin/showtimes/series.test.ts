import { expect, test } from "vitest";
import { fromInput, toInput } from "@/kit/form/inputTime";
import { maxSeries, readTimes, showsOf } from "./series";
import {
  bodyOf,
  centsOf,
  emptyShowtime,
  formOf,
  priceRule,
  type Showtime,
  scaled,
  showtimeRules,
} from "./showtime";

const now = new Date("2030-01-01T00:00Z");
const all = [0, 1, 2, 3, 4, 5, 6];

test("a series has every chosen day, time and theater, in order", () => {
  const shows = showsOf(
    // 2030-03-04 is a Monday.
    {
      theaterIds: ["1", "2"],
      from: "2030-03-04",
      to: "2030-03-10",
      weekdays: [1, 6],
      times: ["20:00", "10:00"],
    },
    100,
    now,
  );
  expect(shows.map((show) => `${toInput(show.startsAt)} ${show.theaterId}`)).toEqual([
    "2030-03-04T10:00 1",
    "2030-03-04T10:00 2",
    "2030-03-04T20:00 1",
    "2030-03-04T20:00 2",
    "2030-03-09T10:00 1",
    "2030-03-09T10:00 2",
    "2030-03-09T20:00 1",
    "2030-03-09T20:00 2",
  ]);
  expect(shows.every((show) => show.fault === undefined)).toBe(true);
});

test("what is in the past or begins before cleaning is done is marked", () => {
  const series = { theaterIds: ["1"], from: "2030-01-05", to: "2030-01-05", weekdays: all };
  const faults = (times: readonly string[], minutes: number, at = now) =>
    showsOf({ ...series, times }, minutes, at).map((show) => show.fault !== undefined);
  expect(faults(["10:00", "11:55"], 100)).toEqual([false, false]);
  expect(faults(["10:00", "11:54"], 100)).toEqual([false, true]);
  // What is refused itself does not stand in the way of the next.
  expect(faults(["10:00", "11:00", "11:55"], 100)).toEqual([false, true, false]);
  expect(faults(["10:00", "11:00"], 100, new Date("2030-01-05T10:30Z"))).toEqual([true, false]);
});

test("a series is bounded, and one that ends before it begins is empty", () => {
  const series = { theaterIds: ["1", "2", "3"], weekdays: all, times: ["10:00", "20:00"] };
  expect(showsOf({ ...series, from: "2030-01-01", to: "2031-12-31" }, 90, now)).toHaveLength(maxSeries);
  expect(showsOf({ ...series, from: "2030-01-02", to: "2030-01-01" }, 90, now)).toEqual([]);
  expect(showsOf({ ...series, from: "", to: "" }, 90, now)).toEqual([]);
});

test("times are read however they are written", () => {
  expect(readTimes("20:15, 9.30  20:15")).toEqual(["09:30", "20:15"]);
  expect(readTimes("24:00")).toBeUndefined();
  expect(readTimes("ten")).toBeUndefined();
  expect(readTimes("")).toBeUndefined();
});

const showtime: Showtime = {
  id: "5",
  movieId: "18446744073709551615",
  movieTitle: "Nine Tides",
  genre: "Drama",
  rating: "12",
  durationMinutes: 118,
  posterUrl: "/booking/api/movies/7/poster.svg",
  theaterId: "3",
  theaterName: "Lantern",
  city: "Aldenport",
  startsAt: "2030-02-01T19:30:00Z",
  endsAt: "2030-02-01T21:00:00Z",
  onSaleAt: "2030-01-20T09:00:00Z",
  zones: [
    { name: "Standard", priceCents: 850 },
    { name: "Premium", priceCents: 1999 },
  ],
  priceCents: 850,
  currency: "EUR",
  hasWaitingRoom: true,
  holdSeconds: 300,
  status: "scheduled",
  revision: 2,
  capacity: 100,
  free: 100,
  held: 0,
  sold: 0,
  together: 10,
};

test("a showtime comes back from its form as it was", () => {
  expect(bodyOf(formOf(showtime), ["Standard", "Premium"])).toEqual({
    movieId: "18446744073709551615",
    theaterId: "3",
    startsAt: "2030-02-01T19:30:00.000Z",
    onSaleAt: "2030-01-20T09:00:00.000Z",
    zonePrices: { Standard: 850, Premium: 1999 },
    holdSeconds: 300,
    hasWaitingRoom: true,
  });
});

test("times are entered in the zone they are shown in", () => {
  const { startsAt } = formOf({ ...showtime, startsAt: "2030-02-01T23:30:00Z" });
  expect(startsAt).toBe("2030-02-01T23:30");
  expect(fromInput(startsAt)?.toISOString()).toBe("2030-02-01T23:30:00.000Z");
});

test("prices are whole hundredths", () => {
  expect(centsOf(19.99)).toBe(1999);
  expect(centsOf("1.1")).toBe(110);
  expect(priceRule([0, 1000])).toBeNull();
  expect(priceRule([5, ""])).not.toBeNull();
  expect(priceRule([1000.01])).not.toBeNull();
});

test("the form is refused where the server would refuse it", () => {
  expect(showtimeRules.startsAt("2001-01-01T10:00")).toBe("Lies in the past.");
  expect(showtimeRules.startsAt("")).not.toBeNull();
  const form = { ...emptyShowtime, startsAt: "2030-01-01T10:00" };
  expect(showtimeRules.onSaleAt("2030-01-01T10:01", form)).not.toBeNull();
  expect(showtimeRules.onSaleAt("2030-01-01T10:00", form)).toBeNull();
  expect(showtimeRules.holdMinutes(61)).not.toBeNull();
  expect(fromInput("2030-13-01T10:00")).toBeUndefined();
});

test("prices go up and down together, to ten hundredths; what is not there stays so", () => {
  expect(scaled([10, 14.5, ""], 0.9)).toEqual([9, 13.1, ""]);
  expect(scaled(["9.60"], 1.1)).toEqual([10.6]);
});
