import { Select } from "@mantine/core";
import { IconBuildingOff } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { formatExact, missing } from "@/kit/format";
import { LinkAnchor } from "@/kit/LinkAnchor";
import type { Column } from "@/kit/list/Column";
import { FilterBar } from "@/kit/list/FilterBar";
import { SearchField } from "@/kit/list/SearchField";
import { useCursorRows } from "@/kit/list/useCursorRows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import type { Theater } from "./theater";
import { theatersQuery } from "./theaterQueries";

const route = getRouteApi("/booking/admin/theaters");

const columns: readonly Column<Theater>[] = [
  {
    id: "name",
    header: "Name",
    width: "minmax(140px, 2fr)",
    cell: (theater) => (
      <LinkAnchor
        to="/booking/admin/theaters/$id"
        params={{ id: theater.id }}
        inherit
        c="inherit"
        underline="never"
        tabIndex={-1}
      >
        {theater.name}
      </LinkAnchor>
    ),
  },
  { id: "city", header: "City", width: "minmax(96px, 1fr)", cell: (theater) => theater.city },
  {
    id: "seats",
    header: "Places",
    width: "72px",
    align: "end",
    cell: (theater) => formatExact(theater.totalSeats),
  },
  {
    id: "address",
    header: "Address",
    width: "minmax(140px, 2fr)",
    from: 640,
    cell: (theater) => theater.address || missing,
  },
  {
    id: "place",
    header: "Coordinates",
    width: "160px",
    align: "end",
    from: 860,
    cell: (theater) => `${theater.latitude.toFixed(4)}, ${theater.longitude.toFixed(4)}`,
  },
  {
    id: "revision",
    header: "Revision",
    width: "72px",
    align: "end",
    from: 1000,
    cell: (theater) => theater.revision,
  },
];

/** The theaters that the URL's filters let through. */
export function TheaterTable() {
  const { search, city } = route.useSearch();
  const filter = route.useNavigate();
  const navigate = useNavigate();
  const theaters = useInfiniteQuery({
    ...theatersQuery({ search, city }),
    placeholderData: (before) => before,
  });
  const rows = useCursorRows<Theater>(theaters);
  const first = theaters.data?.pages[0];
  if (theaters.isError && first === undefined)
    return <ErrorState problem={theaters.error} onRetry={() => void theaters.refetch()} />;
  return (
    <>
      <FilterBar
        active={Number(search !== undefined) + Number(city !== undefined)}
        onClear={() => filter({ search: { search: undefined, city: undefined } })}
        aside={first === undefined ? null : `${formatExact(first.total)} theaters`}
      >
        <SearchField
          label="Search names"
          value={search}
          onChange={(value) => filter({ search: (before) => ({ ...before, search: value }), replace: true })}
        />
        <Select
          aria-label="City"
          placeholder="Any city"
          data={first?.cities ?? []}
          value={city ?? null}
          onChange={(value) => filter({ search: (before) => ({ ...before, city: value ?? undefined }) })}
          clearable
          searchable
        />
      </FilterBar>
      <VirtualTable
        label="Theaters"
        rows={rows}
        rowKey={(theater) => theater.id}
        columns={columns}
        rowHeight={32}
        onOpen={(theater) => navigate({ to: "/booking/admin/theaters/$id", params: { id: theater.id } })}
        isLoading={theaters.isPending}
        isStale={theaters.isPlaceholderData}
        empty={<EmptyState icon={IconBuildingOff} title="No theaters" text="Nothing matches the filters." />}
      />
    </>
  );
}
