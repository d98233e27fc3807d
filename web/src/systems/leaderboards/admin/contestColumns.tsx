import { formatExact } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { RelativeTime } from "@/kit/RelativeTime";
import { StatusBadge } from "@/kit/StatusBadge";
import type { GameMode } from "../board/boardQueries";
import { phaseOf, rulesOf } from "../events/contest";
import type { Contest } from "../events/contestQueries";

const phases = {
  running: ["good", "Running"],
  upcoming: ["info", "To come"],
  over: ["neutral", "Over"],
} as const;

/** The columns of the list of events. */
export function contestColumns(modes: readonly GameMode[]): readonly Column<Contest>[] {
  const names = new Map(modes.map(({ id, name }) => [id, name]));
  return [
    { id: "name", header: "Name", width: "minmax(160px, 2fr)", cell: (each) => each.name },
    {
      id: "mode",
      header: "Game mode",
      width: "minmax(112px, 1fr)",
      cell: (each) => names.get(each.mode) ?? each.mode,
    },
    {
      id: "phase",
      header: "State",
      width: "104px",
      cell: (each) => {
        const [meaning, word] = phases[each.hasEnded ? "over" : phaseOf(each, Date.now())];
        return <StatusBadge meaning={meaning}>{word}</StatusBadge>;
      },
    },
    {
      id: "starts",
      header: "Begins",
      width: "128px",
      from: 720,
      cell: (each) => <RelativeTime at={each.startsAt} />,
    },
    {
      id: "ends",
      header: "Ends",
      width: "128px",
      from: 640,
      cell: (each) => <RelativeTime at={each.endsAt} />,
    },
    {
      id: "rules",
      header: "Rules",
      width: "minmax(160px, 2fr)",
      from: 960,
      cell: (each) => rulesOf(each).join(", "),
    },
    {
      id: "participants",
      header: "Players",
      width: "88px",
      align: "end",
      from: 560,
      cell: (each) => formatExact(each.participants),
    },
  ];
}
