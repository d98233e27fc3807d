import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Rows } from "./Rows";

interface PageOf<Row> {
  readonly items: readonly Row[];
}

/** Rows of a list read with a cursor: the next page is asked for when the end of the last one comes into view. */
export function useCursorRows<Row>(query: UseInfiniteQueryResult<InfiniteData<PageOf<Row>>>): Rows<Row> {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  return useMemo(() => {
    const items = data?.pages.flatMap((page) => page.items) ?? [];
    const more = hasNextPage ? 1 : 0;
    return {
      count: items.length + more,
      at: (index) => items[index],
      onRange: (_, last) => {
        const isNear = last >= items.length - 10;
        if (isNear && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
      },
    };
  }, [data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
}
