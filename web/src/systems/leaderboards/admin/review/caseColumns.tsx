import { formatExact, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { RelativeTime } from "@/kit/RelativeTime";
import { StatusBadge } from "@/kit/StatusBadge";
import type { FlaggedCase } from "./caseQueries";
import { reasonWords, stateWords } from "./caseWords";
import { patternWords } from "./evidenceWords";

/** The queue's columns. */
export const caseColumns: readonly Column<FlaggedCase>[] = [
  { id: "player", header: "Player", width: "minmax(140px, 1.5fr)", cell: (each) => each.username },
  {
    id: "anomaly",
    header: "Anomaly",
    width: "80px",
    align: "end",
    cell: ({ anomaly }) => (anomaly == null ? missing : anomaly.score.toFixed(2)),
  },
  {
    id: "pattern",
    header: "Looks like",
    width: "minmax(120px, 1.5fr)",
    cell: ({ anomaly }) => (anomaly == null ? "" : patternWords(anomaly.pattern)),
  },
  {
    id: "reasons",
    header: "Held because",
    width: "minmax(140px, 2fr)",
    from: 760,
    cell: (each) => each.reasons.map(reasonWords).join(", "),
  },
  {
    id: "held",
    header: "Held scores",
    width: "104px",
    align: "end",
    from: 640,
    cell: (each) => formatExact(each.heldCount),
  },
  { id: "last", header: "Latest", width: "136px", cell: (each) => <RelativeTime at={each.lastAt} /> },
  {
    id: "opened",
    header: "First",
    width: "136px",
    from: 820,
    cell: (each) => <RelativeTime at={each.openedAt} />,
  },
  {
    id: "state",
    header: "State",
    width: "112px",
    from: 640,
    cell: (each) => {
      const [meaning, word] = stateWords(each.status);
      return <StatusBadge meaning={meaning}>{word}</StatusBadge>;
    },
  },
];
