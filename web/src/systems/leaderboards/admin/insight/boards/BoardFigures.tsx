import type { Unit } from "@/kit/charts/unit";
import { BigNumber } from "@/kit/dashboard/BigNumber";
import { BigNumbers } from "@/kit/dashboard/BigNumbers";
import { courseOf, totalOf } from "@/kit/dashboard/rollup";
import type { Better } from "@/kit/dashboard/trend";
import { bucketsIn } from "@/kit/dashboard/useTimeShown";
import { useGame, useRollup } from "../useGame";

interface Figure {
  readonly label: string;
  readonly measure: string;
  readonly unit: Unit;
  readonly better?: Better;
}

const figures: readonly Figure[] = [
  { label: "Active players", measure: "active_players", unit: "count" },
  { label: "New players", measure: "new_players", unit: "count" },
  { label: "Games", measure: "scores_submitted", unit: "count" },
  { label: "Average score", measure: "mean_score", unit: "decimal", better: "neither" },
  { label: "Average game", measure: "mean_duration", unit: "duration", better: "neither" },
  { label: "Held for review", measure: "held_rate", unit: "percent", better: "down" },
];

/** The time in big numbers, with their course and what they were before. */
export function BoardFigures() {
  const game = useGame();
  const { period, beforeSoFar, grain, where } = game;
  const asked = { rollup: "analytics_daily_players", where };
  const total = useRollup({ ...asked, period, grain: "all" });
  const former = useRollup(beforeSoFar && { ...asked, period: beforeSoFar, grain: "all" });
  const course = useRollup({ ...asked, period, grain });
  return (
    <BigNumbers label="The game at a glance">
      {figures.map(({ label, measure, unit, better = "up" }) => (
        <BigNumber
          key={label}
          label={label}
          unit={unit}
          better={better}
          value={totalOf(total.data, measure)}
          previous={beforeSoFar === undefined ? undefined : totalOf(former.data, measure)}
          course={
            course.data === undefined
              ? []
              : courseOf(course.data, measure, bucketsIn(course.data, game).begins)
          }
          isLoading={total.isPending}
        />
      ))}
    </BigNumbers>
  );
}
