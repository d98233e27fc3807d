import { TextInput } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Leaderboard } from "@/kit/charts/Leaderboard";
import { Panel } from "@/kit/dashboard/Panel";
import { daysOf } from "@/kit/dashboard/range";
import { EmptyState } from "@/kit/EmptyState";
import { day as dayIn } from "@/kit/url";
import styles from "../Game.module.css";
import { topQuery } from "../health/healthQueries";
import { useShownMode } from "../health/useHealth";
import { useGame } from "../useGame";
import { useOpenPlayer } from "../useOpenPlayer";

/** The first hundred at the end of any day. */
export function TopDayPanel() {
  const { period, until } = useGame();
  const mode = useShownMode();
  const [chosen, setChosen] = useState<string>();
  const last = daysOf({ from: period.from, to: until }).to;
  const day = chosen ?? last;
  const query = useQuery({ ...topQuery(mode?.id ?? "", day), enabled: mode !== undefined });
  const open = useOpenPlayer();
  return (
    <Panel
      title="Top 100 of a day"
      note={mode === undefined ? undefined : `${mode.name}, at the end of the day`}
      height={360}
      state={query}
      actions={
        <TextInput
          type="date"
          size="xs"
          aria-label="Day"
          value={day}
          max={new Date().toISOString().slice(0, 10)}
          {...(query.data == null ? {} : { min: query.data.firstDay })}
          onChange={(event) => setChosen(dayIn(event.currentTarget.value))}
        />
      }
    >
      {query.data === null ? (
        <EmptyState icon={IconHistory} title="No board by then" text="Choose a later day." />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        <section className={styles.scroll} aria-label="Top 100" tabIndex={0}>
          <Leaderboard
            name="Top 100"
            of="Player"
            measure="Score"
            unit="count"
            height={360}
            hasPlaces
            onPick={open}
            items={(query.data?.rows ?? []).map(({ playerId, username, score }) => ({
              key: String(playerId),
              name: username === "" ? `Player ${playerId}` : username,
              value: score,
            }))}
          />
        </section>
      )}
    </Panel>
  );
}
