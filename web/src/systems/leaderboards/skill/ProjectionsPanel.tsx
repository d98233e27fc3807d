import { IconRoute } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Panel } from "@/kit/dashboard/Panel";
import { EmptyState } from "@/kit/EmptyState";
import { formatExact, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import styles from "./Skill.module.css";
import { type Milestone, type Projections, projectionsQuery } from "./skillQueries";
import { bandWords, whenWords } from "./skillWords";

interface Props {
  readonly id: string;
  readonly mode: string;
  /** The game mode's name. */
  readonly name: string;
}

const columns: readonly Column<Milestone>[] = [
  { id: "rank", header: "Rank", width: "minmax(72px, 1fr)", cell: (each) => `Top ${formatExact(each.rank)}` },
  { id: "score", header: "Takes", width: "88px", align: "end", cell: (each) => formatExact(each.score) },
  {
    id: "pace",
    header: "More a day",
    width: "88px",
    align: "end",
    from: 520,
    cell: (each) => formatExact(each.scoreADay),
  },
  { id: "when", header: "When", width: "minmax(120px, 1.4fr)", cell: whenWords },
  {
    id: "band",
    header: "Four chances of five",
    width: "minmax(140px, 1.6fr)",
    from: 420,
    cell: (each) => bandWords(each) ?? missing,
  },
];

/** When a player reaches which rank, if everybody goes on as they do. */
export function ProjectionsPanel({ id, mode, name }: Props) {
  const projections = useQuery(projectionsQuery(id, mode));
  return (
    <Panel
      title={`Where this leads in ${name}`}
      note="At the pace of the last four weeks, of the player and of everybody around."
      span={6}
      state={projections}
      height={208}
    >
      {projections.data == null || projections.data.milestones.length === 0 ? (
        <EmptyState icon={IconRoute} title="Nothing to tell yet" text="There is nobody to overtake yet." />
      ) : (
        <Milestones projections={projections.data} />
      )}
    </Panel>
  );
}

function Milestones({ projections }: { readonly projections: Projections }) {
  const { words, milestones, scoreADay, daysKnown, forecast } = projections;
  const last = forecast.at(-1);
  return (
    <>
      <p className={styles.headline}>{words}</p>
      <p className={styles.dim}>
        {scoreADay == null
          ? `${daysKnown} of 7 days are known that a pace needs.`
          : `${formatExact(scoreADay)} points a day over ${daysKnown} days.`}
        {last === undefined ? "" : ` Rank ${formatExact(last.rank)} is to be expected in ${last.days} days.`}
      </p>
      <VirtualTable
        label="Milestones"
        rows={rowsOf(milestones)}
        rowKey={(each) => String(each.rank)}
        columns={columns}
        rowHeight={32}
        isFitted
      />
    </>
  );
}
