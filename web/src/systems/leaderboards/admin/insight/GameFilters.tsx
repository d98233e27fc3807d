import { Select } from "@mantine/core";
import { DateRange } from "@/kit/dashboard/DateRange";
import { type Preset, periodName } from "@/kit/dashboard/range";
import { FilterBar } from "@/kit/list/FilterBar";
import { useGame } from "./useGame";

interface Props {
  /** Whether there is always one mode. */
  readonly isOfMode: boolean;
  /** Whether all modes are shown together. */
  readonly isOfAll: boolean;
  /** Whether the page is about this moment. */
  readonly isOfNow: boolean;
}

const choices: readonly Preset[] = ["today", "7d", "30d", "90d", "season", "12m"];

/** Of which time and game mode the dashboard is. */
export function GameFilters({ isOfMode, isOfAll, isOfNow }: Props) {
  const { search, period, before, modes, mode, change } = useGame();
  const shown = mode ?? (isOfMode ? modes[0] : undefined);
  return (
    <FilterBar
      active={isOfMode || isOfAll || search.mode === undefined ? 0 : 1}
      onClear={() => change({ mode: undefined })}
      aside={
        isOfNow ? undefined : (
          <span>
            {periodName(period)}
            {before === undefined ? null : `, compared with ${periodName(before)}`}
          </span>
        )
      }
    >
      {isOfNow ? null : <DateRange search={search} period={period} onChange={change} choices={choices} />}
      {isOfAll ? null : (
        <Select
          aria-label="Game mode"
          placeholder="All game modes"
          data={modes.map(({ id, name }) => ({ value: id, label: name }))}
          value={shown?.id ?? null}
          onChange={(value) => change({ mode: value ?? undefined })}
          {...(isOfMode
            ? { allowDeselect: false }
            : { clearable: true, clearButtonProps: { "aria-label": "All game modes" } })}
          w={180}
        />
      )}
    </FilterBar>
  );
}
