import { Select, TextInput } from "@mantine/core";
import { IconCalendarOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { formatExact } from "@/kit/format";
import { FilterBar } from "@/kit/list/FilterBar";
import { SearchField } from "@/kit/list/SearchField";
import { SearchSelect } from "@/kit/list/SearchSelect";
import { usePagedRows } from "@/kit/list/usePagedRows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { day } from "@/kit/url";
import { citiesQuery, findTheaters, genresQuery, nameTheater } from "../../browse/lists";
import { scheduleColumns } from "./scheduleColumns";
import type { Showtime } from "./showtime";
import { readSchedule, type ScheduleFilters, schedulePageSize } from "./showtimeQueries";

const route = getRouteApi("/booking/admin/schedule");

interface Props {
  readonly open: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** The showtimes that the URL's filters let through. */
export function ScheduleTable({ open, onOpen }: Props) {
  const { open: _, ...filters } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (some: ScheduleFilters, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...some }), replace, resetScroll: false });
  const { search, date, theater, city, genre, sort, order } = filters;
  const cities = useQuery(citiesQuery);
  const genres = useQuery(genresQuery);
  const shows = usePagedRows<Showtime>({
    queryKey: ["booking", "admin", "schedule", filters],
    pageSize: schedulePageSize,
    refetchInterval: 30_000,
    read: (page, signal) => readSchedule(filters, page, signal),
  });
  if (shows.error !== null) return <ErrorState problem={shows.error} onRetry={shows.refetch} />;
  return (
    <>
      <FilterBar
        active={[search, date, theater, city, genre].filter((value) => value !== undefined).length}
        onClear={() =>
          change({
            search: undefined,
            date: undefined,
            theater: undefined,
            city: undefined,
            genre: undefined,
          })
        }
        aside={shows.total === undefined ? null : `${formatExact(shows.total)} showtimes`}
      >
        <SearchField
          label="Search films"
          value={search}
          onChange={(value) => change({ search: value }, search !== undefined)}
        />
        <TextInput
          type="date"
          aria-label="Day (UTC)"
          w={136}
          value={date ?? ""}
          onChange={(event) => change({ date: day(event.currentTarget.value) })}
        />
        <SearchSelect
          label="Any theater"
          queryKey={["booking", "theaters", city]}
          find={(words, signal) => findTheaters(words, city, signal)}
          name={nameTheater}
          value={theater}
          onChange={(value) => change({ theater: value })}
          width={150}
        />
        <Select
          aria-label="City"
          placeholder="Any city"
          w={128}
          data={cities.data ?? []}
          value={city ?? null}
          onChange={(value) => change({ city: value ?? undefined })}
          clearable
          searchable
        />
        <Select
          aria-label="Genre"
          placeholder="Any genre"
          w={128}
          data={genres.data ?? []}
          value={genre ?? null}
          onChange={(value) => change({ genre: value ?? undefined })}
          clearable
          searchable
        />
      </FilterBar>
      <VirtualTable
        label="Schedule"
        rows={shows.rows}
        rowKey={(show) => show.id}
        columns={scheduleColumns}
        rowHeight={32}
        sort={{ by: sort ?? "time", order: order ?? "asc" }}
        onSort={({ by, order }) =>
          change({
            sort: by === "price" || by === "popularity" ? by : undefined,
            order: order === "desc" ? "desc" : undefined,
          })
        }
        onOpen={(show) => onOpen(show.id)}
        openKey={open}
        isLoading={shows.isLoading}
        isStale={shows.isStale}
        empty={<EmptyState icon={IconCalendarOff} title="No showtimes" text="Nothing matches the filters." />}
      />
    </>
  );
}
