import type { Schemas } from "@/api/client";
import { Panel } from "@/kit/dashboard/Panel";
import { formatDuration, formatExact, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { RelativeTime } from "@/kit/RelativeTime";

type ModeStats = Schemas["ModeStatsAnswer"];

interface Props {
  readonly modes: readonly ModeStats[];
  readonly nameOf: (slug: string) => string;
}

/** What a player has done, game mode by game mode. */
export function ModesPanel({ modes, nameOf }: Props) {
  const columns: readonly Column<ModeStats>[] = [
    {
      id: "mode",
      header: "Game mode",
      width: "minmax(120px, 2fr)",
      cell: ({ gameMode }) => nameOf(gameMode),
    },
    {
      id: "games",
      header: "Games",
      width: "64px",
      align: "end",
      cell: (each) => formatExact(each.gamesPlayed),
    },
    {
      id: "average",
      header: "A game",
      width: "72px",
      align: "end",
      cell: (each) => (each.gamesPlayed === 0 ? missing : formatExact(each.averageScore)),
    },
    { id: "best", header: "Best", width: "72px", align: "end", cell: (each) => formatExact(each.bestScore) },
    {
      id: "length",
      header: "Length",
      width: "80px",
      align: "end",
      from: 520,
      cell: (each) => (each.gamesPlayed === 0 ? missing : formatDuration(each.averageSeconds * 1000)),
    },
    {
      id: "last",
      header: "Last played",
      width: "120px",
      from: 620,
      cell: (each) => <RelativeTime at={each.lastPlayedAt ?? undefined} />,
    },
  ];
  return (
    <Panel title="Game modes" span={6} height={120}>
      <VirtualTable
        label="Game modes"
        rows={rowsOf(modes)}
        rowKey={({ gameMode }) => gameMode}
        columns={columns}
        rowHeight={32}
        isFitted
      />
    </Panel>
  );
}
