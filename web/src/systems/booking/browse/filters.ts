import { day, enumOf, flag, id, integer, text } from "@/kit/url";

const sorts = ["time", "price", "popularity"] as const;
const orders = ["asc", "desc"] as const;

/** What the URL of the list of showtimes says; absent is "any", prices are in whole units of the currency. */
export interface ShowtimeFilters {
  readonly search: string | undefined;
  readonly date: string | undefined;
  readonly city: string | undefined;
  readonly theater: string | undefined;
  readonly film: string | undefined;
  readonly genre: string | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly available: true | undefined;
  /** So many seats free side by side. */
  readonly together: number | undefined;
  readonly sort: "price" | "popularity" | undefined;
  readonly order: "desc" | "asc" | undefined;
  /** The showtime whose panel is open. */
  readonly open: string | undefined;
}

/** What makes sense of the URL's search parameters. Defaults are absent, so that URLs stay short. */
export function readFilters(search: Record<string, unknown>): ShowtimeFilters {
  const sort = enumOf(search.sort, sorts);
  const order = enumOf(search.order, orders);
  const [min, max] = [integer(search.min, 0, 10_000), integer(search.max, 0, 10_000)];
  return {
    search: text(search.search),
    date: day(search.date),
    city: text(search.city),
    theater: id(search.theater),
    film: id(search.film),
    genre: text(search.genre),
    min,
    // A range that is none would be refused: the upper end gives way.
    max: min !== undefined && max !== undefined && max < min ? undefined : max,
    available: flag(search.available),
    together: integer(search.together, 2, 10),
    sort: sort === "time" ? undefined : sort,
    order: order === defaultOrder(sort) ? undefined : order,
    open: id(search.open),
  };
}

/** The filters as the server's query. */
export function queryOf(filters: ShowtimeFilters): Readonly<Record<string, string>> {
  const { search, date, city, genre, theater, film, min, max, available, together } = filters;
  const { by, order } = sortOf(filters);
  const query: Record<string, string | undefined> = {
    search,
    date,
    city,
    genre,
    theater,
    movie_id: film,
    min_price: min === undefined ? undefined : String(min * 100),
    max_price: max === undefined ? undefined : String(max * 100),
    available: available === undefined ? undefined : "true",
    together: together?.toString(),
    sort: by,
    order,
  };
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given[name] = value;
  return given;
}

/** The sort in force. */
export function sortOf({ sort, order }: Pick<ShowtimeFilters, "sort" | "order">) {
  const by = sort ?? "time";
  return { by, order: order ?? defaultOrder(by) } as const;
}

/** What is likelier meant: soon, cheap, or much wanted first. */
export function defaultOrder(by: string | undefined): "asc" | "desc" {
  return by === "popularity" ? "desc" : "asc";
}

/** The search parameters of a sort. */
export function sortedBy(by: string, order: "asc" | "desc"): Pick<ShowtimeFilters, "sort" | "order"> {
  const sort = enumOf(by, sorts);
  return {
    sort: sort === "time" ? undefined : sort,
    order: order === defaultOrder(sort) ? undefined : order,
  };
}

/** The search parameters that filter: all but the sort and the open panel. */
export const noFilters = {
  search: undefined,
  date: undefined,
  city: undefined,
  theater: undefined,
  film: undefined,
  genre: undefined,
  min: undefined,
  max: undefined,
  available: undefined,
  together: undefined,
} as const satisfies Partial<ShowtimeFilters>;

/** How many filters are set; a price range counts once. */
export function countFilters(filters: ShowtimeFilters): number {
  const { min, max, ...others } = filters;
  const set = (Object.keys(noFilters) as (keyof typeof noFilters)[]).filter(
    (name) => name !== "min" && name !== "max" && others[name] !== undefined,
  );
  return set.length + (min !== undefined || max !== undefined ? 1 : 0);
}
