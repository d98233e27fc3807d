import type { Schemas } from "@/api/client";
import { formatDateTime, formatDuration, formatExact } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { reasonWords } from "./caseWords";

/** The columns of the scores that were held. */
export const heldColumns: readonly Column<Schemas["HeldScoreAnswer"]>[] = [
  { id: "at", header: "When", width: "144px", cell: (each) => formatDateTime(new Date(each.submittedAt)) },
  { id: "score", header: "Score", width: "80px", align: "end", cell: (each) => formatExact(each.score) },
  {
    id: "took",
    header: "Took",
    width: "72px",
    align: "end",
    cell: (each) => formatDuration(each.durationSeconds * 1000),
  },
  {
    id: "why",
    header: "Held because",
    width: "minmax(140px, 1fr)",
    cell: (each) => each.reasons.map(reasonWords).join(", "),
  },
];
