import { Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateTime, formatExact, timeZone } from "@/kit/format";
import type { GameMode } from "../board/boardQueries";
import { archivesQuery } from "../events/contestQueries";
import styles from "./Admin.module.css";
import { EndSeason } from "./EndSeason";

interface Props {
  readonly mode: GameMode;
}

/** The season of a game mode: when the last one ended, and the way to end this one. */
export function SeasonBar({ mode }: Props) {
  const [isEnding, setEnding] = useState(false);
  const archives = useQuery(archivesQuery(mode.id, "season"));
  const last = archives.data?.items[0];
  return (
    <li className={styles.season}>
      <div>
        <strong>{mode.name}</strong>
        <Text size="xs" c="dimmed">
          {last === undefined
            ? "No season has ended yet."
            : `${last.window} ended on ${formatDateTime(new Date(last.closedAt))} ${timeZone}, with ${formatExact(last.totalPlayers)} players.`}
        </Text>
      </div>
      <Group>
        <Button
          variant="default"
          onClick={() => setEnding(true)}
          aria-label={`End the season of ${mode.name}`}
        >
          End the season
        </Button>
      </Group>
      <EndSeason mode={mode} isOpen={isEnding} onClose={() => setEnding(false)} />
    </li>
  );
}
