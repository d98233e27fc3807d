import type { UseQueryResult } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { Panel } from "@/kit/dashboard/Panel";
import { formatExact, formatPercent, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { boardName } from "./boardName";
import type { PlayerRank } from "./playerQueries";

type Standing = Schemas["StandingAnswer"];

const columns: readonly Column<Standing>[] = [
  { id: "board", header: "Board", width: "minmax(128px, 2fr)", cell: boardName },
  {
    id: "rank",
    header: "Rank",
    width: "80px",
    align: "end",
    cell: ({ rank }) => (rank == null ? missing : formatExact(rank)),
  },
  {
    id: "size",
    header: "Of",
    width: "80px",
    align: "end",
    cell: ({ totalPlayers }) => formatExact(totalPlayers),
  },
  {
    id: "ahead",
    header: "Ahead of",
    width: "88px",
    align: "end",
    from: 420,
    cell: ({ percentile }) => formatPercent(percentile),
  },
  { id: "score", header: "Score", width: "96px", align: "end", cell: ({ score }) => formatExact(score) },
];

interface Props {
  readonly places: UseQueryResult<PlayerRank | null>;
  /** The game mode's name. */
  readonly name: string;
}

/** A player's places on all boards of a game mode. */
export function PlacesPanel({ places, name }: Props) {
  const standings = places.data?.standings ?? [];
  return (
    <Panel title={`Places in ${name}`} span={6} state={places}>
      <VirtualTable
        label={`Places in ${name}`}
        rows={rowsOf(standings)}
        rowKey={({ type, window, region }) => `${type} ${window} ${region}`}
        columns={columns}
        rowHeight={32}
        isFitted
        empty={<p>No places yet.</p>}
      />
    </Panel>
  );
}
