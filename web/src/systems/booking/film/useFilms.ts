import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api, take } from "@/api/client";

const pageSize = "36";

/** Films by title, page after page. */
export function useFilms(search: string | undefined, genre: string | undefined) {
  return useInfiniteQuery({
    queryKey: ["booking", "films", { search, genre }],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/booking/api/movies", {
          params: {
            query: {
              limit: pageSize,
              ...(search === undefined ? {} : { search }),
              ...(genre === undefined ? {} : { genre }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export type FilmsQuery = ReturnType<typeof useFilms>;
