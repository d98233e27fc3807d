import { IconChartLine } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { LineChart } from "@/kit/charts/LineChart";
import { Panel } from "@/kit/dashboard/Panel";
import { EmptyState } from "@/kit/EmptyState";
import { lineOf } from "./days";
import { historyQuery } from "./playerQueries";

interface Props {
  readonly id: string;
  readonly mode: string;
  /** The game mode's name. */
  readonly name: string;
}

const days = 90;

/** A player's rank and score at the end of each day. */
export function HistoryPanels({ id, mode, name }: Props) {
  const history = useQuery(historyQuery(id, mode, days));
  const rank = useMemo(() => lineOf(history.data?.days ?? [], "rank"), [history.data]);
  const score = useMemo(() => lineOf(history.data?.days ?? [], "score"), [history.data]);
  if (history.data?.days.length === 0)
    return (
      <Panel title={`Course in ${name}`} span={6} height={160}>
        <EmptyState
          icon={IconChartLine}
          title="Nothing yet"
          text="At the end of each day rank and points are kept; the first day is still running."
        />
      </Panel>
    );
  const isRounded = history.data?.days.some(({ isExact }) => !isExact) ?? false;
  return (
    <>
      <Panel
        title={`Rank in ${name}`}
        note={
          isRounded
            ? "At the end of each day; behind the first hundred within one percent."
            : "At the end of each day."
        }
        span={6}
        state={history}
      >
        <LineChart name={`Rank in ${name}`} data={rank} cursor="player" isRank />
      </Panel>
      <Panel
        title={`Points in ${name}`}
        note="All together, at the end of each day."
        span={6}
        state={history}
      >
        <LineChart name={`Points in ${name}`} data={score} cursor="player" />
      </Panel>
    </>
  );
}
