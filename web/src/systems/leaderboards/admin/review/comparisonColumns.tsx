import type { Column } from "@/kit/list/Column";
import { StatusBadge } from "@/kit/StatusBadge";
import type { Comparison } from "./evidenceQueries";
import { deviations, measured, measureWords } from "./evidenceWords";

/** From here on a z-score is marked. */
const far = 3;

const value = (id: string, header: string, of: (each: Comparison) => number, from?: number) =>
  ({
    id,
    header,
    width: "68px",
    align: "end",
    ...(from === undefined ? {} : { from }),
    cell: (each) => measured(each.measure, of(each)),
  }) satisfies Column<Comparison>;

/** A player beside everybody, measure by measure. */
export const comparisonColumns: readonly Column<Comparison>[] = [
  {
    id: "measure",
    header: "Measure",
    width: "minmax(112px, 1fr)",
    cell: (each) => measureWords(each.measure),
  },
  value("player", "Player", (each) => each.player),
  value("population", "Everybody", (each) => each.population),
  value("p50", "Median", (each) => each.p50, 380),
  value("p99", "Top 1 %", (each) => each.p99, 380),
  {
    id: "deviations",
    header: "z-score",
    width: "76px",
    align: "end",
    cell: (each) =>
      Math.abs(each.deviations) < far ? (
        deviations(each.deviations)
      ) : (
        <StatusBadge meaning="warning">{deviations(each.deviations)}</StatusBadge>
      ),
  },
];
