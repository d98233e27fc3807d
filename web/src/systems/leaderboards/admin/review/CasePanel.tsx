import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDateTime, formatExact, timeZone } from "@/kit/format";
import { LinkAnchor } from "@/kit/LinkAnchor";
import { StatusBadge } from "@/kit/StatusBadge";
import type { GameMode } from "../../board/boardQueries";
import { historyQuery } from "../../players/playerQueries";
import { CaseActions } from "./CaseActions";
import { CaseSections } from "./CaseSections";
import type { FlaggedCase } from "./caseQueries";
import { banWords, reasonWords, stateWords } from "./caseWords";
import { evidenceQuery } from "./evidenceQueries";
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
  const evidence = useQuery(evidenceQuery(flagged.playerId, flagged.gameMode));
  // All at once, so that nothing moves under the hand that decides.
  const isWaiting = history.isPending || evidence.isPending;
  const [meaning, state] = stateWords(flagged.status);
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
      {isWaiting ? (
        <Skeleton height={420} />
      ) : (
        <CaseSections flagged={flagged} mode={mode} history={history.data?.days ?? []} days={days} />
      )}
    </Stack>
  );
}
