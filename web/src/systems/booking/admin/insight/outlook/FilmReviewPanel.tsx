import { IconMoodSmile } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Panel } from "@/kit/dashboard/Panel";
import { EmptyState } from "@/kit/EmptyState";
import { formatExact, formatPercent } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { StatusBadge } from "@/kit/StatusBadge";
import { useInsight } from "../useInsight";
import { type FilmReview, filmsQuery } from "./advice";
import styles from "./Outlook.module.css";

const advice = {
  discontinue: ["bad", "Discontinue"],
  "fewer shows": ["warning", "Fewer shows"],
  keep: ["good", "Keep"],
} as const;

const columns: readonly Column<FilmReview>[] = [
  {
    id: "film",
    header: "Film",
    width: "minmax(120px, 2fr)",
    cell: (each) => <span title={each.text}>{each.title}</span>,
  },
  {
    id: "advice",
    header: "Advice",
    width: "116px",
    cell: (each) => {
      const [meaning, word] = advice[each.recommendation as keyof typeof advice] ?? [
        "neutral",
        each.recommendation,
      ];
      return <StatusBadge meaning={meaning}>{word}</StatusBadge>;
    },
  },
  {
    id: "shows",
    header: "Shows",
    width: "56px",
    align: "end",
    from: 460,
    cell: (each) => formatExact(each.shows),
  },
  {
    id: "ratio",
    header: "Of expected",
    width: "88px",
    align: "end",
    cell: (each) => formatPercent(each.ratio),
  },
  {
    id: "coming",
    header: "To come",
    width: "64px",
    align: "end",
    from: 540,
    cell: (each) => formatExact(each.upcomingShows),
  },
];

/** Films that sell less than others would in their place. */
export function FilmReviewPanel() {
  const query = useQuery(filmsQuery);
  const { change } = useInsight();
  const rows = useMemo(() => rowsOf(query.data?.items ?? []), [query.data]);
  return (
    <Panel
      title="Films that do badly"
      note="Against what others would have sold at the same times and places"
      height={300}
      state={query}
    >
      <div className={styles.table}>
        <VirtualTable
          label="Films that do badly"
          rows={rows}
          rowKey={(each) => each.movieId}
          columns={columns}
          rowHeight={32}
          onOpen={(each) => change({ movie: each.movieId })}
          empty={
            <EmptyState
              icon={IconMoodSmile}
              title="None does"
              text="No film sells much less than others would."
            />
          }
        />
      </div>
    </Panel>
  );
}
