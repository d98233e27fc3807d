import { periodName } from "@/kit/dashboard/range";
import { ExportMenu } from "@/kit/exports/ExportMenu";
import { useGame } from "./useGame";

const date = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The board, its health and its history as files. */
export function GameExports() {
  const { period, modes, mode: chosen } = useGame();
  const mode = chosen ?? modes[0];
  // Its place is kept until the modes are known.
  if (mode === undefined) return <ExportMenu choices={[]} />;
  const time = { from: date(period.from), to: date(period.to) };
  const board = { source: "leaderboards.board", arguments: { mode: mode.id } };
  const health = { source: "leaderboards.health", arguments: { mode: mode.id, ...time } };
  const history = { source: "leaderboards.top-players-history", arguments: { mode: mode.id, ...time } };
  const when = periodName(period);
  return (
    <ExportMenu
      choices={[
        { ...board, format: "csv", label: "Whole board as CSV", title: `${mode.name}, all ranks` },
        { ...health, format: "pdf", label: "Health report as PDF", title: `${mode.name}, ${when}` },
        { ...health, format: "csv", label: "Health by day as CSV", title: `${mode.name}, ${when}` },
        {
          ...history,
          format: "csv",
          label: "Top 100 by day as CSV",
          title: `${mode.name}, top 100, ${when}`,
        },
      ]}
    />
  );
}
