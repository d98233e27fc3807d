import type { Schemas } from "@/api/client";
import type { ComparedField } from "@/kit/form/differences";
import { fromInput, toInput } from "@/kit/form/inputTime";
import { formatDateTime, formatMoney } from "@/kit/format";
import type { ShowtimeBody } from "../bodies";

export type Showtime = Schemas["ShowtimeAnswer"];

/** A showtime as its form holds it; prices in whole units by the zones' order. */
export interface ShowtimeForm {
  readonly movieId: string;
  readonly theaterId: string;
  readonly startsAt: string;
  readonly onSaleAt: string;
  readonly prices: readonly (number | string)[];
  readonly holdMinutes: number | string;
  readonly hasWaitingRoom: boolean;
}

export const emptyShowtime: ShowtimeForm = {
  movieId: "",
  theaterId: "",
  startsAt: "",
  onSaleAt: "",
  prices: [],
  holdMinutes: 5,
  hasWaitingRoom: false,
};

/** The form of a showtime. */
export function formOf(showtime: Showtime): ShowtimeForm {
  return {
    movieId: showtime.movieId,
    theaterId: showtime.theaterId,
    startsAt: toInput(new Date(showtime.startsAt)),
    onSaleAt: showtime.onSaleAt == null ? "" : toInput(new Date(showtime.onSaleAt)),
    prices: showtime.zones.map((zone) => zone.priceCents / 100),
    holdMinutes: showtime.holdSeconds / 60,
    hasWaitingRoom: showtime.hasWaitingRoom,
  };
}

/** What is sent for the form in a theater with these zones. */
export function bodyOf(form: ShowtimeForm, zones: readonly string[]): ShowtimeBody {
  const onSaleAt = fromInput(form.onSaleAt)?.toISOString();
  return {
    movieId: form.movieId,
    theaterId: form.theaterId,
    startsAt: fromInput(form.startsAt)?.toISOString() ?? "",
    zonePrices: Object.fromEntries(zones.map((zone, i) => [zone, centsOf(form.prices[i])])),
    holdSeconds: Math.round(Number(form.holdMinutes) * 60),
    hasWaitingRoom: form.hasWaitingRoom,
    ...(onSaleAt === undefined ? {} : { onSaleAt }),
  };
}

/** Whole units as hundredths, without the dust of binary fractions. */
export const centsOf = (price: number | string | undefined) => Math.round(Number(price ?? 0) * 100);

/** All prices by as much higher or lower, to ten hundredths; those that are not there stay so. */
export const scaled = (prices: readonly (number | string)[], ratio: number): readonly (number | string)[] =>
  prices.map((price) => (price === "" ? price : Math.round(Number(price) * ratio * 10) / 10));

/** What is wrong with the form, field by field, in the server's bounds. */
export const showtimeRules = {
  movieId: (value: string) => (value === "" ? "Choose a film." : null),
  theaterId: (value: string) => (value === "" ? "Choose a theater." : null),
  startsAt: (value: string) => {
    const at = fromInput(value);
    if (at === undefined) return "Is required.";
    return at.getTime() < Date.now() ? "Lies in the past." : null;
  },
  onSaleAt: (value: string, form: ShowtimeForm) => {
    const [sale, start] = [fromInput(value), fromInput(form.startsAt)];
    return sale !== undefined && start !== undefined && sale > start ? "Sales begin before the film." : null;
  },
  holdMinutes: (value: number | string) => {
    const minutes = Number(value);
    return value !== "" && minutes >= 1 / 6 && minutes <= 60 ? null : "10 seconds to 60 minutes.";
  },
  prices: priceRule,
};

/** Every zone has a price of 0 to 1,000.00. */
export function priceRule(prices: readonly (number | string)[]): string | null {
  const isFine = prices.every((price) => price !== "" && Number(price) >= 0 && Number(price) <= 1000);
  return isFine ? null : "Every zone has a price of 0 to 1,000.00.";
}

/** The input a field error of the server belongs to. */
export const inputOf: Readonly<Record<string, keyof ShowtimeForm>> = {
  movieId: "movieId",
  theaterId: "theaterId",
  startsAt: "startsAt",
  onSaleAt: "onSaleAt",
  holdSeconds: "holdMinutes",
  zonePrices: "prices",
  hasWaitingRoom: "hasWaitingRoom",
};

/** The fields two versions of a showtime are compared by. */
export function comparedFields(titleOf: (movieId: string) => string): readonly ComparedField<ShowtimeForm>[] {
  const time = (text: string) => {
    const at = fromInput(text);
    return at === undefined ? "" : formatDateTime(at);
  };
  return [
    { label: "Film", of: (form) => titleOf(form.movieId) },
    { label: "Starts", of: (form) => time(form.startsAt) },
    { label: "On sale from", of: (form) => time(form.onSaleAt) },
    { label: "Prices", of: (form) => form.prices.map((price) => formatMoney(centsOf(price))).join(", ") },
    { label: "A hold lasts", of: (form) => `${form.holdMinutes} min` },
    { label: "Waiting room", of: (form) => (form.hasWaitingRoom ? "On" : "Off") },
  ];
}
