import { Select } from "@mantine/core";
import { IconMovieOff } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { formatDuration, formatExact, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { FilterBar } from "@/kit/list/FilterBar";
import { SearchField } from "@/kit/list/SearchField";
import { useCursorRows } from "@/kit/list/useCursorRows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { type Film, releaseOf } from "./film";
import { filmsQuery } from "./filmQueries";

const route = getRouteApi("/booking/admin/films");

const columns: readonly Column<Film>[] = [
  { id: "title", header: "Title", width: "minmax(160px, 2fr)", cell: (film) => film.title },
  { id: "genre", header: "Genre", width: "minmax(96px, 1fr)", cell: (film) => film.genre },
  {
    id: "duration",
    header: "Duration",
    width: "96px",
    align: "end",
    cell: (film) => formatDuration(film.durationMinutes * 60_000),
  },
  { id: "rating", header: "Rating", width: "72px", from: 560, cell: (film) => film.rating || missing },
  {
    id: "released",
    header: "Released",
    width: "104px",
    from: 640,
    cell: (film) => <span className="tabular">{releaseOf(film) ?? missing}</span>,
  },
  {
    id: "description",
    header: "Description",
    width: "minmax(160px, 3fr)",
    from: 900,
    cell: (film) => film.description || missing,
  },
  { id: "id", header: "Id", width: "72px", align: "end", from: 1100, cell: (film) => film.id },
];

interface Props {
  readonly open: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** The films that the URL's filters let through. */
export function FilmTable({ open, onOpen }: Props) {
  const { search, genre } = route.useSearch();
  const navigate = route.useNavigate();
  const films = useInfiniteQuery({ ...filmsQuery({ search, genre }), placeholderData: (before) => before });
  const rows = useCursorRows<Film>(films);
  const first = films.data?.pages[0];
  if (films.isError && first === undefined)
    return <ErrorState problem={films.error} onRetry={() => void films.refetch()} />;
  return (
    <>
      <FilterBar
        active={Number(search !== undefined) + Number(genre !== undefined)}
        onClear={() => navigate({ search: (before) => ({ ...before, search: undefined, genre: undefined }) })}
        aside={first === undefined ? null : `${formatExact(first.total)} films`}
      >
        <SearchField
          label="Search titles"
          value={search}
          onChange={(value) =>
            navigate({ search: (before) => ({ ...before, search: value }), replace: true })
          }
        />
        <Select
          aria-label="Genre"
          placeholder="Any genre"
          data={first?.genres ?? []}
          value={genre ?? null}
          onChange={(value) => navigate({ search: (before) => ({ ...before, genre: value ?? undefined }) })}
          clearable
          searchable
        />
      </FilterBar>
      <VirtualTable
        label="Films"
        rows={rows}
        rowKey={(film) => film.id}
        columns={columns}
        rowHeight={32}
        onOpen={(film) => onOpen(film.id)}
        openKey={open}
        isLoading={films.isPending}
        isStale={films.isPlaceholderData}
        empty={<EmptyState icon={IconMovieOff} title="No films" text="Nothing matches the filters." />}
      />
    </>
  );
}
