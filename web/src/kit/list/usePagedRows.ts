import {
  keepPreviousData,
  type QueryKey,
  type UseQueryResult,
  useQueries,
  useQuery,
} from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { Rows } from "./Rows";

/** A page of a list that says how long the whole is. */
export interface NumberedPage<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

interface Options<Row> {
  /** Names the list with its filters and sort; the page's number is put behind it. */
  readonly queryKey: QueryKey;
  readonly pageSize: number;
  /** Reads one page, counted from 1. */
  readonly read: (page: number, signal: AbortSignal) => Promise<NumberedPage<Row>>;
  readonly refetchInterval?: number;
  /** How many pages beside those in view are read, too, so that they are there when somebody scrolls on. */
  readonly readAhead?: number;
}

/** What a table and its page need: rows, and how the first page is doing. */
export interface PagedRows<Row> {
  readonly rows: Rows<Row>;
  readonly total: number | undefined;
  readonly isLoading: boolean;
  /** Whether the rows shown are those of the filters before, while the new ones are on the way. */
  readonly isStale: boolean;
  /** Whether what is shown is being read anew in the background. */
  readonly isRefreshing: boolean;
  readonly error: Error | null;
  readonly refetch: () => void;
}

/**
 * Rows of a list read by page numbers, with the scroll bar of the whole: any place can be jumped to, and only the pages
 * in view are read. While the filters change the old rows stay.
 */
export function usePagedRows<Row>(options: Options<Row>): PagedRows<Row> {
  const { queryKey, pageSize, read, refetchInterval, readAhead = 0 } = options;
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const pageOf = (page: number, isInView: boolean) => ({
    queryKey: [...queryKey, page],
    queryFn: ({ signal }: { signal: AbortSignal }) => read(page, signal),
    ...(refetchInterval === undefined || !isInView ? {} : { refetchInterval }),
  });

  const first = useQuery({ ...pageOf(1, true), placeholderData: keepPreviousData });
  const total = first.data?.total;
  const last = Math.max(1, Math.ceil((total ?? 0) / pageSize));
  const from = Math.max(2, Math.min(range[0] - readAhead, last));
  const to = Math.min(range[1] + readAhead, last);
  const wanted = useMemo(
    () => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i),
    [from, to],
  );
  const further = useQueries({
    queries: wanted.map((page) => pageOf(page, page >= range[0] && page <= range[1])),
    combine: useCallback(
      (results: readonly UseQueryResult<NumberedPage<Row>>[]) => results.map((each) => each.data),
      [],
    ),
  });

  const rows = useMemo((): Rows<Row> => {
    const pages = new Map<number, NumberedPage<Row> | undefined>([[1, first.data]]);
    wanted.forEach((page, i) => {
      pages.set(page, further[i]);
    });
    return {
      count: total ?? 0,
      at: (index) => pages.get(Math.floor(index / pageSize) + 1)?.items[index % pageSize],
      onRange: (start, end) => {
        const [low, high] = [Math.floor(start / pageSize) + 1, Math.floor(end / pageSize) + 1];
        setRange((now) => (now[0] === low && now[1] === high ? now : [low, high]));
      },
    };
  }, [first.data, further, total, pageSize, wanted]);

  return {
    rows,
    total,
    isLoading: first.isPending,
    isStale: first.isPlaceholderData,
    isRefreshing: first.isFetching && first.data !== undefined,
    error: first.data === undefined ? first.error : null,
    refetch: () => void first.refetch(),
  };
}
