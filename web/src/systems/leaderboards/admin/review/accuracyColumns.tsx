import type { Schemas } from "@/api/client";
import { formatExact, formatPercent } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { patternWords } from "./evidenceWords";

type Counts = Schemas["FlagCountsAnswer"];

const kinds: Record<string, string> = { analyzer: "Analyzer, all", rules: "Rules, all" };

/** How good flags of a kind are. */
export const accuracyColumns: readonly Column<Counts>[] = [
  {
    id: "name",
    header: "Flags of",
    width: "minmax(120px, 1fr)",
    cell: ({ name }) => kinds[name] ?? patternWords(name),
  },
  { id: "raised", header: "Raised", width: "64px", align: "end", cell: (each) => formatExact(each.raised) },
  {
    id: "true",
    header: "True",
    width: "56px",
    align: "end",
    cell: (each) => formatExact(each.truePositives),
  },
  {
    id: "false",
    header: "False",
    width: "56px",
    align: "end",
    cell: (each) => formatExact(each.falsePositives),
  },
  {
    id: "precision",
    header: "Precision",
    width: "80px",
    align: "end",
    cell: (each) => formatPercent(each.precision),
  },
];
