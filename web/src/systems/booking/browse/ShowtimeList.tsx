import { Button } from "@mantine/core";
import { IconMovieOff } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { useColumns } from "@/kit/list/useColumns";
import type { PagedRows } from "@/kit/list/usePagedRows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { countFilters, defaultOrder, noFilters, type ShowtimeFilters, sortedBy, sortOf } from "./filters";
import { filmQuery, showtimeQuery } from "./lists";
import type { Showtime } from "./Showtime";
import { showtimeCards, showtimeColumns } from "./ShowtimeColumns";
import { ShowtimeFilterBar } from "./ShowtimeFilterBar";
import type { ChangeFilters } from "./useFilters";

interface Props {
  readonly filters: ShowtimeFilters;
  readonly change: ChangeFilters;
  readonly showtimes: PagedRows<Showtime>;
  readonly isPhone: boolean;
}

const rowKey = (row: Showtime) => row.id;

/** Filters and what they let through: a table, on phones cards. */
export function ShowtimeList({ filters, change, showtimes, isPhone }: Props) {
  const { rows, total, isLoading, isStale, error, refetch } = showtimes;
  const columns = useColumns("showtimes", showtimeColumns);
  const queries = useQueryClient();
  const sort = sortOf(filters);
  const { open, ...of } = filters;

  const onOpen = (row: Showtime) => {
    queries.setQueryData(showtimeQuery(row.id).queryKey, row);
    change({ open: row.id });
  };
  return (
    <>
      <ShowtimeFilterBar
        filters={filters}
        change={change}
        total={total}
        isPhone={isPhone}
        columns={columns}
      />
      {error === null ? (
        <VirtualTable
          label="Showtimes"
          name="booking-showtimes"
          of={JSON.stringify(of)}
          rows={rows}
          rowKey={rowKey}
          columns={isPhone ? showtimeCards : columns.shown}
          hasHead={!isPhone}
          rowHeight={isPhone ? 120 : 60}
          sort={sort}
          onSort={({ by, order }) => change(sortedBy(by, by === sort.by ? order : defaultOrder(by)))}
          onOpen={onOpen}
          onPoint={(row) => void queries.prefetchQuery(filmQuery(row.movieId))}
          openKey={open}
          isLoading={isLoading}
          isStale={isStale}
          empty={<NoShowtimes isFiltered={countFilters(filters) > 0} onClear={() => change(noFilters)} />}
        />
      ) : (
        <ErrorState problem={error} onRetry={refetch} />
      )}
    </>
  );
}

function NoShowtimes({
  isFiltered,
  onClear,
}: {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}) {
  return isFiltered ? (
    <EmptyState
      icon={IconMovieOff}
      title="No showtime matches"
      text="Try another day, or fewer filters."
      action={
        <Button variant="default" onClick={onClear}>
          Clear filters
        </Button>
      }
    />
  ) : (
    <EmptyState
      icon={IconMovieOff}
      title="Nothing is on yet"
      text="New showtimes appear here as they are added."
    />
  );
}
