import { formatCompact, formatExact, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { StatusBadge } from "@/kit/StatusBadge";
import type { Standing } from "./consumer";

/** What is known of everybody who works off events, wherever they come from. */
interface Worker {
  readonly handled: number;
  readonly failedAttempts: number;
  readonly lastError?: string | null;
}

/** How it is doing, in a word. */
export function standingColumn<T>(standingOf: (each: T) => Standing): Column<T> {
  return {
    id: "standing",
    header: "State",
    width: "132px",
    cell: (each) => {
      const { meaning, word } = standingOf(each);
      return <StatusBadge meaning={meaning}>{word}</StatusBadge>;
    },
  };
}

export const handledColumn: Column<Worker> = {
  id: "handled",
  header: "Handled",
  width: "88px",
  align: "end",
  from: 500,
  cell: (each) => <span title={formatExact(each.handled)}>{formatCompact(each.handled)}</span>,
};

export const failedColumn: Column<Worker> = {
  id: "failed",
  header: "Failed tries",
  width: "96px",
  align: "end",
  from: 900,
  cell: (each) => formatExact(each.failedAttempts),
};

export const errorColumn: Column<Worker> = {
  id: "error",
  header: "Last error",
  width: "minmax(120px, 2fr)",
  from: 1240,
  cell: (each) => each.lastError ?? missing,
};
