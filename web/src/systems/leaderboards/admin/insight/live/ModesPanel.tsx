import { compact, exact } from "@/kit/charts/unit";
import { Panel } from "@/kit/dashboard/Panel";
import styles from "../Game.module.css";
import { useGame } from "../useGame";
import type { ModePulse } from "./pulse";

interface Props {
  readonly modes: readonly ModePulse[] | undefined;
}

/** Every game mode at this moment. */
export function ModesPanel({ modes }: Props) {
  const { modes: known } = useGame();
  const nameOf = (id: string) => known.find((mode) => mode.id === id)?.name ?? id;
  return (
    <Panel
      title="Game modes"
      note="The last 15 minutes"
      height={180}
      state={{ isPending: modes === undefined, error: null }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on small screens */}
      <section className={styles.scroll} aria-label="Game modes" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Mode</th>
              <th scope="col">Players</th>
              <th scope="col">Scores/s</th>
              <th scope="col">Games</th>
              <th scope="col">Held</th>
              <th scope="col">Average game</th>
            </tr>
          </thead>
          <tbody>
            {(modes ?? []).map((mode) => (
              <tr key={mode.gameMode}>
                <td>{nameOf(mode.gameMode)}</td>
                <td>{exact(mode.activePlayers, "count")}</td>
                <td>{compact(mode.scoresPerSecond, "decimal")}</td>
                <td>{exact(mode.submitted, "count")}</td>
                <td>{exact(mode.held, "count")}</td>
                <td>
                  {exact(mode.averageSeconds == null ? undefined : mode.averageSeconds * 1000, "duration")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}
