import { Select, TextInput } from "@mantine/core";
import type { Grain } from "../charts/times";
import { day } from "../url";
import {
  type Comparison,
  comparisons,
  daysOf,
  grainOf,
  grainsFor,
  type Period,
  type Preset,
  presets,
  type RangeSearch,
  usualPreset,
  usualPresets,
} from "./range";

interface Props {
  readonly search: RangeSearch;
  /** The time the search means now. */
  readonly period: Period;
  /** Told only what changes. */
  readonly onChange: (change: RangeSearch) => void;
  readonly hasComparison?: boolean;
  readonly choices?: readonly Preset[];
}

const custom = "custom";
const grainWords: Readonly<Record<Grain, string>> = {
  hour: "By hour",
  day: "By day",
  week: "By week",
  month: "By month",
};

/** Which time is shown, what it is compared with, and in which steps. */
export function DateRange({ search, period, onChange, hasComparison = true, choices = usualPresets }: Props) {
  const isCustom = search.from !== undefined;
  const days = daysOf(period);
  const choose = (value: string | null) => {
    if (value === custom) return onChange({ ...days, range: undefined });
    const range = value === usualPreset ? undefined : (value as Preset);
    onChange({ range, from: undefined, to: undefined });
  };
  const move = (which: "from" | "to", value: string) => {
    const date = day(value);
    if (date === undefined) return;
    // The other end gives way, so that the first day is never behind the last.
    const from = which === "from" ? date : date < days.from ? date : days.from;
    const to = which === "to" ? date : date > days.to ? date : days.to;
    onChange({ from, to, range: undefined });
  };
  return (
    <>
      <Select
        aria-label="Time"
        data={[
          ...choices.map((value) => ({ value, label: presets[value] })),
          { value: custom, label: "From … to …" },
        ]}
        value={isCustom ? custom : (search.range ?? usualPreset)}
        onChange={choose}
        allowDeselect={false}
        w={168}
      />
      {isCustom ? (
        <>
          <TextInput
            type="date"
            aria-label="First day"
            value={days.from}
            onChange={(event) => move("from", event.currentTarget.value)}
          />
          <TextInput
            type="date"
            aria-label="Last day"
            value={days.to}
            onChange={(event) => move("to", event.currentTarget.value)}
          />
        </>
      ) : null}
      {hasComparison ? (
        <Select
          aria-label="Compared with"
          placeholder="Compared with"
          data={options(comparisons)}
          value={search.compare ?? null}
          onChange={(value) => onChange({ compare: (value as Comparison | null) ?? undefined })}
          clearable
          clearButtonProps={{ "aria-label": "Compare with nothing" }}
          w={176}
        />
      ) : null}
      <Select
        aria-label="Steps"
        data={grainsFor(period).map((grain) => ({ value: grain, label: grainWords[grain] }))}
        value={grainOf(period, search.by)}
        onChange={(value) => onChange({ by: value as Grain })}
        allowDeselect={false}
        w={120}
      />
    </>
  );
}

function options(of: Readonly<Record<string, string>>) {
  return Object.entries(of).map(([value, label]) => ({ value, label }));
}
