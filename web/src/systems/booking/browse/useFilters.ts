import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import type { ShowtimeFilters } from "./filters";

const route = getRouteApi("/booking");

/** The filters in the URL, and a way to change some of them. */
export function useFilters() {
  const filters: ShowtimeFilters = route.useSearch();
  const navigate = route.useNavigate();
  /** Each change is a step back in the browser's history, but typing is one step altogether. */
  const change = useCallback(
    (some: Partial<ShowtimeFilters>, replace = false) =>
      void navigate({ search: (before) => ({ ...before, ...some }), replace, resetScroll: false }),
    [navigate],
  );
  return { filters, change };
}

export type ChangeFilters = ReturnType<typeof useFilters>["change"];
