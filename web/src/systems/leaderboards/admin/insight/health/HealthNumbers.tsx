import type { Unit } from "@/kit/charts/unit";
import { BigNumber } from "@/kit/dashboard/BigNumber";
import { BigNumbers } from "@/kit/dashboard/BigNumbers";
import type { Better } from "@/kit/dashboard/trend";
import { figuresOf, type HealthFigures } from "./healthFigures";
import { useHealth, useHealthBefore } from "./useHealth";

interface Figure {
  readonly label: string;
  readonly of: keyof HealthFigures;
  readonly unit: Unit;
  readonly better?: Better;
  readonly note?: string;
}

const figures: readonly Figure[] = [
  { label: "Rank mobility", of: "mobility", unit: "percent", note: "of the first 100 change places a day" },
  {
    label: "Turnover",
    of: "entrants",
    unit: "decimal",
    better: "neither",
    note: "new in the first 100 a day",
  },
  { label: "Dominance", of: "reign", unit: "decimal", better: "down", note: "days in a row in the first 10" },
  { label: "Gap", of: "gap", unit: "decimal", better: "down", note: "first 10 to everybody's average" },
  { label: "Points a game", of: "topScore", unit: "decimal", better: "neither", note: "of the first 100" },
  { label: "Newcomers", of: "climb", unit: "percent", note: "of the board behind them after a week" },
];

/** The board's health in big numbers. */
export function HealthNumbers() {
  const now = useHealth();
  const before = useHealthBefore();
  const [values, previous] = [figuresOf(now.data), figuresOf(before)];
  return (
    <BigNumbers label="Health at a glance">
      {figures.map(({ label, of, unit, better = "up", note }) => (
        <BigNumber
          key={label}
          label={label}
          unit={unit}
          better={better}
          value={values?.[of]}
          previous={previous?.[of]}
          note={note}
          isLoading={now.isPending}
        />
      ))}
    </BigNumbers>
  );
}
