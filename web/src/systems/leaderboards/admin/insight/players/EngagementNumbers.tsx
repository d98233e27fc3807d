import { useQuery } from "@tanstack/react-query";
import type { Unit } from "@/kit/charts/unit";
import { BigNumber } from "@/kit/dashboard/BigNumber";
import { BigNumbers } from "@/kit/dashboard/BigNumbers";
import { engagementQuery } from "../crowdQueries";
import { useGame } from "../useGame";
import { type EngagementFigures, figuresOf } from "./engagement";

interface Figure {
  readonly label: string;
  readonly of: keyof EngagementFigures;
  readonly unit: Unit;
  readonly note?: string;
}

const figures: readonly Figure[] = [
  { label: "Players a day", of: "daily", unit: "count", note: "on average" },
  { label: "Players in 30 days", of: "monthly", unit: "count" },
  { label: "Stickiness", of: "stickiness", unit: "percent" },
  { label: "New players", of: "fresh", unit: "count" },
  { label: "Games a player and day", of: "games", unit: "decimal" },
  { label: "A session lasts", of: "session", unit: "duration", note: "on average" },
];

/** How players come and stay, in big numbers. */
export function EngagementNumbers() {
  const { period, beforeSoFar } = useGame();
  const now = useQuery(engagementQuery(period));
  const then = useQuery(engagementQuery(beforeSoFar));
  const shown = figuresOf(now.data);
  const before = beforeSoFar === undefined ? undefined : figuresOf(then.data);
  return (
    <BigNumbers label="Players at a glance">
      {figures.map(({ label, of, unit, note }) => (
        <BigNumber
          key={of}
          label={label}
          unit={unit}
          value={shown?.[of]}
          previous={before?.[of]}
          isLoading={now.isPending}
          {...(note === undefined ? {} : { note })}
        />
      ))}
    </BigNumbers>
  );
}
