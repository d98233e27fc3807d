import { Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { IdempotencyKeys } from "@/api/idempotency";
import { TypedConfirm } from "@/kit/TypedConfirm";
import { toast } from "@/kit/toast";
import type { GameMode } from "../board/boardQueries";
import { endSeason, seasonQuery } from "../events/contestQueries";

interface Props {
  readonly mode: GameMode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks for the game mode's name before its season is ended. */
export function EndSeason({ mode, isOpen, onClose }: Props) {
  const queries = useQueryClient();
  const season = useQuery({ ...seasonQuery(mode.id), enabled: isOpen });
  const keys = useRef(new IdempotencyKeys()).current;
  return (
    <TypedConfirm
      isOpen={isOpen}
      question={`End the season of ${mode.name} now?`}
      consequence={
        <Text>
          The board of {season.data ?? "the season"} becomes final and is kept, its top is rewarded, and the
          next season begins empty. It cannot be undone.
        </Text>
      }
      word={mode.name}
      confirm="End the season"
      onConfirm={async () => {
        try {
          await endSeason(mode.id, season.data, keys.keyFor(season.data));
          keys.settle();
          toast(`The season of ${mode.name} has ended; the next one begins.`);
        } finally {
          // Refused, because another season has begun: then that one's name has to be seen.
          await queries.invalidateQueries({ queryKey: ["leaderboards"] });
        }
      }}
      onClose={onClose}
    />
  );
}
