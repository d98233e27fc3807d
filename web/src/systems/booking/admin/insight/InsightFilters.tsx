import { DateRange } from "@/kit/dashboard/DateRange";
import { periodName } from "@/kit/dashboard/range";
import { FilterBar } from "@/kit/list/FilterBar";
import { SearchSelect } from "@/kit/list/SearchSelect";
import { findFilms, findTheaters, nameFilm, nameTheater } from "../../browse/lists";
import { useInsight } from "./useInsight";

interface Props {
  /** Whether the page is about all films and theaters together. */
  readonly isOfAll: boolean;
  /** Whether it is about the time to come. */
  readonly isOfComing: boolean;
}

/** Of which time, film and theater the dashboard is. */
export function InsightFilters({ isOfAll, isOfComing }: Props) {
  const { search, period, before, change } = useInsight();
  const set = [search.movie, search.theater, search.genre].filter((value) => value !== undefined);
  return (
    <FilterBar
      active={isOfAll ? 0 : set.length}
      onClear={() => change({ movie: undefined, theater: undefined, genre: undefined })}
      aside={
        isOfComing ? undefined : (
          <span>
            {periodName(period)}
            {before === undefined ? null : `, compared with ${periodName(before)}`}
          </span>
        )
      }
    >
      {isOfComing ? null : <DateRange search={search} period={period} onChange={change} />}
      {isOfAll ? null : (
        <>
          <SearchSelect
            label="All films"
            value={search.movie}
            onChange={(movie) => change({ movie })}
            queryKey={["booking", "films"]}
            find={findFilms}
            name={nameFilm}
            width={180}
          />
          <SearchSelect
            label="All theaters"
            value={search.theater}
            onChange={(theater) => change({ theater })}
            queryKey={["booking", "theaters"]}
            find={(words, signal) => findTheaters(words, undefined, signal)}
            name={nameTheater}
            width={180}
          />
        </>
      )}
    </FilterBar>
  );
}
