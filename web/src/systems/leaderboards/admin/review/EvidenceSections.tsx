import { useQuery } from "@tanstack/react-query";
import { ScatterChart } from "@/kit/charts/ScatterChart";
import { ErrorState } from "@/kit/ErrorState";
import { formatExact } from "@/kit/format";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import type { FlaggedCase } from "./caseQueries";
import { comparisonColumns } from "./comparisonColumns";
import { evidenceGames } from "./evidenceGames";
import { evidenceQuery } from "./evidenceQueries";
import { deviations, patternWords } from "./evidenceWords";
import styles from "./Review.module.css";

interface Props {
  readonly flagged: FlaggedCase;
}

/** What the analyzer says, the player's games, and everybody's beside. */
export function EvidenceSections({ flagged }: Props) {
  const evidence = useQuery(evidenceQuery(flagged.playerId, flagged.gameMode));
  const anomaly = flagged.anomaly ?? evidence.data?.anomaly;
  if (evidence.isError && evidence.data === undefined)
    return <ErrorState problem={evidence.error} onRetry={() => void evidence.refetch()} />;
  const { games = [], comparison = [] } = evidence.data ?? {};
  return (
    <>
      {anomaly == null ? null : (
        <section aria-labelledby="anomaly">
          <h3 id="anomaly" className={styles.heading}>
            {`Anomaly score ${anomaly.score.toFixed(2)}: ${patternWords(anomaly.pattern).toLowerCase()}`}
          </h3>
          <p className={styles.note}>
            {`Above 0.80 is for a human to look at; it rests on ${formatExact(anomaly.games)} games.`}
          </p>
          <ul className={styles.reasons}>
            {anomaly.reasons.map(({ code, words, deviations: z }) => (
              <li key={code}>
                {words} <span className={styles.z}>z {deviations(z)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {games.length === 0 ? null : (
        <>
          <section aria-labelledby="score-history">
            <h3 id="score-history" className={styles.heading}>
              The latest {formatExact(games.length)} games, in their order
            </h3>
            <ScatterChart name="Score history" data={evidenceGames(games)} height={200} />
          </section>
          <section aria-labelledby="comparison">
            <h3 id="comparison" className={styles.heading}>
              Beside everybody
            </h3>
            <VirtualTable
              label="Comparison"
              rows={rowsOf(comparison)}
              rowKey={(each) => each.measure}
              columns={comparisonColumns}
              rowHeight={32}
              isFitted
            />
          </section>
        </>
      )}
    </>
  );
}
