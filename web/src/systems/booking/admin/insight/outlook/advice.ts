import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";

export type ShowDemand = Schemas["ShowDemandAnswer"];
export type PriceAdvice = Schemas["PriceAdviceAnswer"];
export type FilmReview = Schemas["FilmReviewAnswer"];
export type ShowSlot = Schemas["ShowSlotAnswer"];
export type SalesForecast = Schemas["SalesForecastAnswer"];
export type Basis = Schemas["AdviceBasisAnswer"];

/** Models are trained now and then; in between only what was sold meanwhile changes. */
const slowly = { staleTime: 60_000, refetchInterval: 60_000 };

export const forecastQuery = (measure: "bookings" | "revenue", days: number) =>
  queryOptions({
    queryKey: ["booking", "advice", "forecast", measure, days],
    queryFn: ({ signal }) =>
      take(
        api.GET("/booking/api/admin/insight/forecast", {
          params: { query: { measure, days: String(days), history: "42" } },
          signal,
        }),
      ),
    ...slowly,
  });

export const anomaliesQuery = queryOptions({
  queryKey: ["booking", "advice", "anomalies"],
  queryFn: ({ signal }) => take(api.GET("/booking/api/admin/insight/anomalies", { signal })),
  ...slowly,
});

interface Place {
  readonly movie?: string | undefined;
  readonly theater?: string | undefined;
}

/** What will have been sold of the showtimes of the next days. */
export const demandQuery = (days: number, demand: string | undefined, { movie, theater }: Place) =>
  queryOptions({
    queryKey: ["booking", "advice", "demand", days, demand, movie, theater],
    queryFn: ({ signal }) =>
      take(
        api.GET("/booking/api/admin/insight/demand", {
          params: {
            query: {
              days: String(days),
              limit: "500",
              ...(demand === undefined ? {} : { demand }),
              ...(movie === undefined ? {} : { movie_id: movie }),
              ...(theater === undefined ? {} : { theater_id: theater }),
            },
          },
          signal,
        }),
      ),
    ...slowly,
  });

export const lowOccupancyQuery = ({ theater }: Place, limit = 100) =>
  queryOptions({
    queryKey: ["booking", "advice", "low-occupancy", theater, limit],
    queryFn: ({ signal }) =>
      take(
        api.GET("/booking/api/admin/insight/low-occupancy", {
          params: {
            query: { limit: String(limit), ...(theater === undefined ? {} : { theater_id: theater }) },
          },
          signal,
        }),
      ),
    ...slowly,
  });

/** What one showtime should cost, also where it is not among the emptiest. */
export const priceQuery = (show: string | undefined) =>
  queryOptions({
    queryKey: ["booking", "advice", "price", show],
    queryFn: ({ signal }) =>
      take(
        api.GET("/booking/api/pricing/suggest", { params: { query: { showtime_id: show ?? "" } }, signal }),
      ),
    enabled: show !== undefined,
    staleTime: 60_000,
  });

export const slotsQuery = ({ theater }: Place) =>
  queryOptions({
    queryKey: ["booking", "advice", "show-times", theater],
    queryFn: ({ signal }) =>
      take(
        api.GET("/booking/api/admin/insight/show-times", {
          params: { query: { limit: "84", ...(theater === undefined ? {} : { theater_id: theater }) } },
          signal,
        }),
      ),
    ...slowly,
  });

export const filmsQuery = queryOptions({
  queryKey: ["booking", "advice", "films"],
  queryFn: ({ signal }) =>
    take(
      api.GET("/booking/api/admin/insight/films", {
        params: { query: { underperforming: "true", limit: "100" } },
        signal,
      }),
    ),
  ...slowly,
});

export const modelsQuery = queryOptions({
  queryKey: ["booking", "advice", "models"],
  queryFn: ({ signal }) => take(api.GET("/booking/api/admin/insight/models", { signal })),
  refetchInterval: ({ state }) => (state.data?.isTraining ? 1000 : 30_000),
});
