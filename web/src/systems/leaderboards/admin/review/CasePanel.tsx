import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { LineChart } from "@/kit/charts/LineChart";
import { ScatterChart } from "@/kit/charts/ScatterChart";
import { formatDateTime, formatDuration, formatExact, timeZone } from "@/kit/format";
import { LinkAnchor } from "@/kit/LinkAnchor";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { StatusBadge } from "@/kit/StatusBadge";
import type { GameMode } from "../../board/boardQueries";
import { lineOf } from "../../players/days";
import { historyQuery } from "../../players/playerQueries";
import { CaseActions } from "./CaseActions";
import type { FlaggedCase } from "./caseQueries";
import { banWords, reasonWords, stateWords, usualWords } from "./caseWords";
import { EvidenceSections } from "./EvidenceSections";
import { heldColumns } from "./heldColumns";
import { heldGames } from "./heldGames";
import styles from "./Review.module.css";

interface Props {
  readonly flagged: FlaggedCase;
  readonly mode: GameMode;
  readonly onDone: () => void;
  readonly onStep: (step: 1 | -1) => void;
}

const days = 30;

/** All about a case: what is unusual, what was held and why, beside what is usual for the player and for everybody. */
export function CasePanel({ flagged, mode, onDone, onStep }: Props) {
  const history = useQuery(historyQuery(flagged.playerId, mode.id, days));
  const [meaning, state] = stateWords(flagged.status);
  const line = lineOf(history.data?.days ?? [], "score");
  return (
    <Stack>
      <CaseActions flagged={flagged} onDone={onDone} onStep={onStep} />
      <dl className={styles.facts}>
        <div>
          <dt>State</dt>
          <dd>
            <StatusBadge meaning={meaning}>{state}</StatusBadge>
          </dd>
        </div>
        <div>
          <dt>Player</dt>
          <dd>
            <LinkAnchor underline="always" to="/leaderboards/players/$id" params={{ id: flagged.playerId }}>
              {flagged.username}
            </LinkAnchor>
            , {banWords(flagged.ban).toLowerCase()}
          </dd>
        </div>
        {flagged.reasons.length === 0 ? null : (
          <div>
            <dt>Held because</dt>
            <dd>{flagged.reasons.map(reasonWords).join(", ")}</dd>
          </div>
        )}
        <div>
          <dt>Usual for the player</dt>
          <dd>
            {flagged.gamesPlayed === 0
              ? "No game counted yet"
              : `${formatExact(flagged.averageScore)} points, at best ${formatExact(flagged.bestScore)}, in ${formatExact(flagged.gamesPlayed)} ${flagged.gamesPlayed === 1 ? "game" : "games"}`}
          </dd>
        </div>
        <div>
          <dt>Since</dt>
          <dd>
            {formatDateTime(new Date(flagged.openedAt))} {timeZone}
          </dd>
        </div>
      </dl>
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
    </Stack>
  );
}
