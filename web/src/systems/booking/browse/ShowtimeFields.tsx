import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { SearchSelect } from "@/kit/list/SearchSelect";
import type { ShowtimeFilters } from "./filters";
import { citiesQuery, findFilms, findTheaters, genresQuery, nameFilm, nameTheater } from "./lists";
import { PriceField } from "./PriceField";
import type { ChangeFilters } from "./useFilters";

interface Props {
  readonly filters: ShowtimeFilters;
  readonly change: ChangeFilters;
  /** Whether the fields stand below each other, each as wide as there is room. */
  readonly isStacked?: boolean;
}

const seats = [
  { value: "available", label: "Some left" },
  ...[2, 3, 4, 5, 6, 8, 10].map((n) => ({ value: String(n), label: `${n} together` })),
];

/** What showtimes are chosen by, besides the search and the day. */
export function ShowtimeFields({ filters, change, isStacked = false }: Props) {
  const { city, theater, film, genre, available, together } = filters;
  const cities = useQuery(citiesQuery);
  const genres = useQuery(genresQuery);
  const width = (wide: number) => (isStacked ? "100%" : wide);
  const popup = { width: "max-content", position: "bottom-start", shadow: "md" } as const;
  return (
    <>
      <Select
        aria-label="City"
        placeholder="City"
        w={width(120)}
        searchable
        clearable
        data={[...(cities.data ?? (city === undefined ? [] : [city]))]}
        value={city ?? null}
        // A theater of another city would leave nothing.
        onChange={(next) => change({ city: next ?? undefined, theater: undefined })}
        comboboxProps={popup}
      />
      <SearchSelect
        label="Theater"
        width={width(128)}
        value={theater}
        onChange={(next) => change({ theater: next })}
        queryKey={["booking", "theaters", "choices", city]}
        find={(search, signal) => findTheaters(search, city, signal)}
        name={nameTheater}
      />
      <SearchSelect
        label="Film"
        width={width(128)}
        value={film}
        onChange={(next) => change({ film: next })}
        queryKey={["booking", "films", "choices"]}
        find={findFilms}
        name={nameFilm}
      />
      <Select
        aria-label="Genre"
        placeholder="Genre"
        w={width(116)}
        searchable
        clearable
        data={[...(genres.data ?? (genre === undefined ? [] : [genre]))]}
        value={genre ?? null}
        onChange={(next) => change({ genre: next ?? undefined })}
        comboboxProps={popup}
      />
      <PriceField filters={filters} change={change} isStacked={isStacked} />
      <Select
        aria-label="Seats"
        placeholder="Seats"
        w={width(116)}
        clearable
        data={seats}
        value={together?.toString() ?? (available === true ? "available" : null)}
        onChange={(next) =>
          change({
            available: next === "available" ? true : undefined,
            together: next === null || next === "available" ? undefined : Number(next),
          })
        }
        comboboxProps={popup}
      />
    </>
  );
}
