import type { Grain } from "@/kit/charts/times";

/** What is counted of sales. */
export type Measure =
  | "revenue"
  | "bookings"
  | "seats"
  | "price"
  | "reservations"
  | "conversion"
  | "cancellations"
  | "cancelled"
  | "refunds";

/** What sales are told apart by. */
export type Dimension = "movie" | "genre" | "theater" | "city";

/** Only these. */
export type Where = Readonly<Partial<Record<Dimension, string | undefined>>>;

/** A rollup that can answer, and what it calls things. */
export interface Source {
  readonly rollup: string;
  readonly columns: Readonly<Partial<Record<Measure, string>>>;
  /** Whether it knows months only. */
  readonly isMonthly: boolean;
}

const sharedColumns = {
  seats: "seats",
  price: "average_price",
  reservations: "reservations",
  conversion: "conversion_rate",
  cancellations: "cancellations",
  cancelled: "cancellation_rate",
  refunds: "refunds",
} as const;

/** By theater and city, for a fortnight also by the hour. */
const days: Source = {
  rollup: "analytics_daily_revenue",
  columns: { ...sharedColumns, revenue: "total_revenue", bookings: "bookings_count" },
  isMonthly: false,
};

/** By film and genre. */
const films: Source = {
  rollup: "analytics_movie_performance",
  columns: { ...sharedColumns, revenue: "total_revenue", bookings: "total_bookings" },
  isMonthly: false,
};

/** By film and theater together. */
const both: Source = {
  rollup: "analytics_theater_movies",
  columns: {
    revenue: "total_revenue",
    bookings: "total_bookings",
    seats: "seats",
    cancellations: "cancellations",
    cancelled: "cancellation_rate",
  },
  isMonthly: true,
};

const knows: readonly (readonly [Source, readonly Dimension[]])[] = [
  [days, ["theater", "city"]],
  [films, ["movie", "genre"]],
  [both, ["theater", "movie"]],
];

/** The rollup that knows all of what is filtered and told apart; undefined where none does. */
export function sourceOf(where: Where, by?: Dimension): Source | undefined {
  const asked = Object.entries(where).flatMap(([name, value]) =>
    value === undefined ? [] : [name as Dimension],
  );
  if (by !== undefined) asked.push(by);
  return knows.find(([, dimensions]) => asked.every((each) => dimensions.includes(each)))?.[0];
}

/** The buckets a rollup has of those wanted. */
export function grainIn(source: Source, grain: Grain): Grain {
  return source.isMonthly ? "month" : grain;
}

/** What a rollup that knows months only makes of the time shown, in words. */
export function coarseness(source: Source | undefined): string | undefined {
  return source?.isMonthly ? "Films and theaters together are counted by whole months." : undefined;
}
