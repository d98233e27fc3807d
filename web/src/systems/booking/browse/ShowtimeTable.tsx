import { IconMovieOff } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { api, type Schemas, take } from "@/api/client";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { formatDay, formatExact, formatTime } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { FilterBar } from "@/kit/list/FilterBar";
import { SearchField } from "@/kit/list/SearchField";
import { usePagedRows } from "@/kit/list/usePagedRows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { Money } from "@/kit/Money";

type Showtime = Schemas["ShowtimeAnswer"];

const route = getRouteApi("/booking");
const pageSize = 100;

const columns: readonly Column<Showtime>[] = [
  { id: "film", header: "Film", width: "minmax(160px, 2fr)", canHide: false, cell: (row) => row.movieTitle },
  {
    id: "time",
    header: "When",
    width: "140px",
    sort: "time",
    cell: (row) => `${formatDay(new Date(row.startsAt))}, ${formatTime(new Date(row.startsAt))}`,
  },
  {
    id: "theater",
    header: "Theater",
    width: "minmax(120px, 1fr)",
    from: 700,
    cell: (row) => row.theaterName,
  },
  { id: "free", header: "Free", width: "64px", align: "end", cell: (row) => formatExact(row.free) },
  {
    id: "price",
    header: "From",
    width: "80px",
    align: "end",
    sort: "price",
    cell: (row) => <Money cents={row.priceCents} currency={row.currency} />,
  },
];

/** The showtimes that the URL's filters let through. */
export function ShowtimeTable() {
  const { search, sort } = route.useSearch();
  const navigate = route.useNavigate();
  const { rows, total, isLoading, isStale, error, refetch } = usePagedRows<Showtime>({
    queryKey: ["booking", "showtimes", { search, sort }],
    pageSize,
    read: (page, signal) =>
      take(
        api.GET("/booking/api/showtimes", {
          params: {
            query: {
              page: String(page),
              limit: String(pageSize),
              ...(search === undefined ? {} : { search }),
              ...(sort === undefined ? {} : { sort }),
            },
          },
          signal,
        }),
      ),
  });
  if (error !== null) return <ErrorState problem={error} onRetry={refetch} />;
  return (
    <>
      <FilterBar
        active={search === undefined ? 0 : 1}
        onClear={() => navigate({ search: (before) => ({ ...before, search: undefined }) })}
        aside={total === undefined ? null : `${formatExact(total)} showtimes`}
      >
        <SearchField
          label="Search films"
          value={search}
          onChange={(value) =>
            navigate({ search: (before) => ({ ...before, search: value }), replace: true })
          }
        />
      </FilterBar>
      <VirtualTable
        label="Showtimes"
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns}
        sort={{ by: sort ?? "time", order: "asc" }}
        onSort={({ by }) =>
          navigate({ search: (before) => ({ ...before, sort: by === "price" ? "price" : undefined }) })
        }
        isLoading={isLoading}
        isStale={isStale}
        empty={<EmptyState icon={IconMovieOff} title="No showtimes" text="Nothing matches the filters." />}
      />
    </>
  );
}
