import { useQuery } from "@tanstack/react-query";
import { Leaderboard } from "@/kit/charts/Leaderboard";
import { Panel } from "@/kit/dashboard/Panel";
import { formatPercent } from "@/kit/format";
import styles from "../Game.module.css";
import { useOpenPlayer } from "../useOpenPlayer";
import { seasonQuery } from "./healthQueries";
import { useShownMode } from "./useHealth";

/** Who will end the season among the first ten. */
export function SeasonPanel() {
  const mode = useShownMode();
  const query = useQuery({ ...seasonQuery(mode?.id ?? ""), enabled: mode !== undefined });
  const open = useOpenPlayer();
  const days = Math.ceil(query.data?.daysLeft ?? 0);
  return (
    <Panel
      title="Season outlook"
      note={
        query.data === undefined
          ? "Who will end among the first ten"
          : `${query.data.season} ends in ${days} ${days === 1 ? "day" : "days"}: who will be in the first ten`
      }
      span={4}
      height={300}
      state={query}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on small screens */}
      <section className={styles.scroll} aria-label="Contenders" tabIndex={0}>
        <Leaderboard
          name="Season outlook"
          of="Player"
          measure="First ten"
          second="Wins"
          unit="percent"
          height={300}
          onPick={open}
          items={(query.data?.items ?? []).map(({ playerId, username, inTopTen, wins }) => ({
            key: String(playerId),
            name: username === "" ? `Player ${playerId}` : username,
            value: inTopTen,
            second: formatPercent(wins),
          }))}
        />
      </section>
    </Panel>
  );
}
