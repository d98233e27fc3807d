import type { ShowtimeBody } from "../bodies";
import { readTimes, type Series, type SeriesShow } from "./series";
import { centsOf, priceRule } from "./showtime";

/** A series as its form holds it. */
export interface SeriesForm {
  readonly movieId: string;
  readonly theaterIds: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly weekdays: readonly string[];
  readonly times: string;
  readonly price: number | string;
  /** Prices of zones by their names; a zone without one costs the base price. */
  readonly zonePrices: Readonly<Record<string, number | string>>;
  readonly hasWaitingRoom: boolean;
}

export const emptySeries: SeriesForm = {
  movieId: "",
  theaterIds: [],
  from: "",
  to: "",
  weekdays: ["1", "2", "3", "4", "5", "6", "0"],
  times: "",
  price: "",
  zonePrices: {},
  hasWaitingRoom: false,
};

/** What is wrong with the form, field by field. */
export const seriesRules = {
  movieId: (value: string) => (value === "" ? "Choose a film." : null),
  theaterIds: (value: readonly string[]) => (value.length === 0 ? "Choose at least one theater." : null),
  from: (value: string) => (value === "" ? "Is required." : null),
  to: (value: string, form: SeriesForm) =>
    value === "" ? "Is required." : value < form.from ? "Ends before it begins." : null,
  times: (value: string) => (readTimes(value) === undefined ? "Times as 10:00, 20:15." : null),
  price: (value: number | string) => priceRule([value]),
};

/** The form as a series. */
export const seriesOf = (form: SeriesForm): Series => ({
  theaterIds: form.theaterIds,
  from: form.from,
  to: form.to,
  weekdays: form.weekdays.map(Number),
  times: readTimes(form.times) ?? [],
});

/** What is sent for one showtime, in a theater with these zones. */
export function seriesBody(form: SeriesForm, show: SeriesShow, zones: readonly string[]): ShowtimeBody {
  const own = zones.flatMap((zone) => {
    const price = form.zonePrices[zone] ?? "";
    return price === "" ? [] : [[zone, centsOf(price)] as const];
  });
  return {
    movieId: form.movieId,
    theaterId: show.theaterId,
    startsAt: show.startsAt.toISOString(),
    priceCents: centsOf(form.price),
    zonePrices: Object.fromEntries(own),
    hasWaitingRoom: form.hasWaitingRoom,
  };
}
