import { Button, Drawer, Select, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { formatExact } from "@/kit/format";
import { ColumnChooser } from "@/kit/list/ColumnChooser";
import { FilterBar } from "@/kit/list/FilterBar";
import { SearchField } from "@/kit/list/SearchField";
import type { ColumnChoice } from "@/kit/list/useColumns";
import { countFilters, noFilters, type ShowtimeFilters, sortedBy, sortOf } from "./filters";
import type { Showtime } from "./Showtime";
import { ShowtimeFields } from "./ShowtimeFields";
import styles from "./Showtimes.module.css";
import type { ChangeFilters } from "./useFilters";

interface Props {
  readonly filters: ShowtimeFilters;
  readonly change: ChangeFilters;
  readonly total: number | undefined;
  readonly isPhone: boolean;
  readonly columns: ColumnChoice<Showtime>;
}

const sorts = [
  { value: "time asc", label: "Soonest first" },
  { value: "price asc", label: "Cheapest first" },
  { value: "price desc", label: "Dearest first" },
  { value: "popularity desc", label: "Most booked first" },
  { value: "popularity asc", label: "Least booked first" },
  { value: "time desc", label: "Latest first" },
];

/** Search and filters; on a phone all but the search are in a sheet from below. */
export function ShowtimeFilterBar({ filters, change, total, isPhone, columns }: Props) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const active = countFilters(filters);
  const clear = () => change(noFilters);
  const search = (
    <SearchField
      label="Search films"
      value={filters.search}
      onChange={(value) => change({ search: value }, filters.search !== undefined)}
    />
  );
  if (!isPhone) {
    return (
      <FilterBar active={active} onClear={clear} aside={<ColumnChooser columns={columns} />}>
        <div className={styles.search}>{search}</div>
        <ShowtimeFields filters={filters} change={change} />
      </FilterBar>
    );
  }

  const { by, order } = sortOf(filters);
  const others = active - (filters.search === undefined ? 0 : 1) - (filters.date === undefined ? 0 : 1);
  return (
    <FilterBar active={0} onClear={clear}>
      {search}
      <Button
        variant="default"
        leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
        onClick={open}
      >
        Filters{others > 0 ? ` (${others})` : ""}
      </Button>
      <Drawer opened={isOpen} onClose={close} position="bottom" size={600} title="Filters and order">
        <Stack gap="sm">
          <ShowtimeFields filters={filters} change={change} isStacked />
          <Select
            label="Order"
            data={sorts}
            allowDeselect={false}
            value={`${by} ${order}`}
            onChange={(next) => {
              const [newBy = "time", newOrder] = (next ?? "").split(" ");
              change(sortedBy(newBy, newOrder === "desc" ? "desc" : "asc"));
            }}
          />
          <Button onClick={close}>
            {total === undefined ? "Show them" : `Show ${formatExact(total)} showtimes`}
          </Button>
          {active === 0 ? null : (
            <Button variant="subtle" color="gray" onClick={clear}>
              Clear all
            </Button>
          )}
        </Stack>
      </Drawer>
    </FilterBar>
  );
}
