import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Leaderboard } from "@/kit/charts/Leaderboard";
import { Panel } from "@/kit/dashboard/Panel";
import { periodName } from "@/kit/dashboard/range";
import { formatDay, formatExact } from "@/kit/format";
import { type Choice, choices, playersQuery } from "../crowdQueries";
import styles from "../Scroll.module.css";
import { useGame } from "../useGame";
import { useOpenPlayer } from "../useOpenPlayer";

const data = Object.entries(choices).map(([value, label]) => ({ value, label }));

/** Who the players of the time are; each leads to the player's page. */
export function WhoPanel() {
  const { period } = useGame();
  const [choice, setChoice] = useState<Choice>("active");
  const query = useQuery(playersQuery(period, choice));
  const openPlayer = useOpenPlayer();
  return (
    <Panel
      title="Who they are"
      note={periodName(period)}
      span={12}
      height={340}
      state={query}
      actions={
        <Select
          size="xs"
          w={140}
          aria-label="Players"
          allowDeselect={false}
          value={choice}
          onChange={(value) => setChoice((value ?? "active") as Choice)}
          data={data}
        />
      }
    >
      <section className={styles.scroll} aria-label="Players of the time">
        <Leaderboard
          name="Players of the time"
          of="Player"
          measure="Games"
          second="Last played"
          unit="count"
          height={340}
          onPick={openPlayer}
          items={(query.data?.items ?? []).map(({ playerId, username, games, lastDay, firstDay, tier }) => ({
            key: String(playerId),
            name: username,
            value: games,
            note: `${tier ?? "unrated"}, since ${formatDay(new Date(firstDay))}`,
            second: formatDay(new Date(lastDay)),
          }))}
        />
      </section>
      {query.data?.nextCursor === undefined ? null : (
        <p className={styles.more}>The first {formatExact(query.data.items.length)} of more.</p>
      )}
    </Panel>
  );
}
