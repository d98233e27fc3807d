import { LineChart } from "@/kit/charts/LineChart";
import { ScatterChart } from "@/kit/charts/ScatterChart";
import { formatDuration, formatExact } from "@/kit/format";
import { LinkAnchor } from "@/kit/LinkAnchor";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import type { GameMode } from "../../board/boardQueries";
import { lineOf, type PlayerDay } from "../../players/days";
import type { FlaggedCase } from "./caseQueries";
import { usualWords } from "./caseWords";
import { EvidenceSections } from "./EvidenceSections";
import { heldColumns } from "./heldColumns";
import { heldGames } from "./heldGames";
import styles from "./Review.module.css";

interface Props {
  readonly flagged: FlaggedCase;
  readonly mode: GameMode;
  /** The player's days, as many as are shown. */
  readonly history: readonly PlayerDay[];
  readonly days: number;
}

/** What a case rests on: what is unusual, the held games, and the player's course. */
export function CaseSections({ flagged, mode, history, days }: Props) {
  const line = lineOf(history, "score");
  return (
    <>
      <EvidenceSections flagged={flagged} />
      {flagged.heldCount === 0 ? null : (
        <>
          <section aria-labelledby="held-games">
            <h3 id="held-games" className={styles.heading}>
              Held games beside usual ones
            </h3>
            <p className={styles.note}>{usualWords(mode)}</p>
            <ScatterChart name="Held games" data={heldGames(flagged, mode)} height={220} />
          </section>
          <section aria-labelledby="held-list">
            <h3 id="held-list" className={styles.heading}>
              {flagged.held.length < flagged.heldCount
                ? `The first ${flagged.held.length} of ${formatExact(flagged.heldCount)} held scores`
                : "Held scores"}
            </h3>
            <VirtualTable
              label="Held scores"
              rows={rowsOf(flagged.held)}
              rowKey={(each) => each.submissionId}
              columns={heldColumns}
              rowHeight={32}
              isFitted
            />
          </section>
        </>
      )}
      {line.begins.length < 2 ? null : (
        <section aria-labelledby="score-course">
          <h3 id="score-course" className={styles.heading}>
            All-time score, {days} days
          </h3>
          <LineChart name="All-time score" data={line} height={160} isZoomed />
        </section>
      )}
      <p className={styles.note}>
        Usual length of a game: {formatDuration(mode.averageSeconds * 1000)}. What is decided here is in the{" "}
        <LinkAnchor underline="always" to="/operations/audit">
          audit log
        </LinkAnchor>
        .
      </p>
    </>
  );
}
