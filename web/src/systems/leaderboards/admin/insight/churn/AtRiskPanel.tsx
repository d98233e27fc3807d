import { useQuery } from "@tanstack/react-query";
import { Leaderboard } from "@/kit/charts/Leaderboard";
import { Panel } from "@/kit/dashboard/Panel";
import { formatExact } from "@/kit/format";
import { churnQuery } from "../crowdQueries";
import styles from "../Scroll.module.css";
import { useOpenPlayer } from "../useOpenPlayer";

/** The players most likely to leave, with the reason; each leads to the player's page. */
export function AtRiskPanel() {
  const query = useQuery(churnQuery);
  const openPlayer = useOpenPlayer();
  return (
    <Panel title="Players at risk" note="The likeliest to be gone in a week" height={360} state={query}>
      {query.data?.isKnown === false ? (
        <p className={styles.more}>Saying who leaves takes some months of games to learn from.</p>
      ) : (
        <section className={styles.scroll} aria-label="Players at risk">
          <Leaderboard
            name="Players at risk"
            of="Player"
            measure="Gone in a week"
            second="Games"
            unit="percent"
            height={360}
            hasPlaces
            onPick={openPlayer}
            items={(query.data?.players ?? []).map(({ playerId, username, probability, reason, games }) => ({
              key: String(playerId),
              name: username,
              value: probability,
              note: reason,
              second: formatExact(games),
            }))}
          />
        </section>
      )}
    </Panel>
  );
}
