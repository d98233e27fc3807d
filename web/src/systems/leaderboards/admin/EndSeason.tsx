import { Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { IdempotencyKeys } from "@/api/idempotency";
import { TypedConfirm } from "@/kit/TypedConfirm";
import { toast } from "@/kit/toast";
import type { GameMode } from "../board/boardQueries";
import { endSeason } from "../events/contestQueries";

interface Props {
  readonly mode: GameMode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks for the game mode's name before its season is ended. */
export function EndSeason({ mode, isOpen, onClose }: Props) {
  const queries = useQueryClient();
  const keys = useRef(new IdempotencyKeys()).current;
  return (
    <TypedConfirm
      isOpen={isOpen}
      question={`End the season of ${mode.name} now?`}
      consequence={
        <Text>
          The season's board becomes final and is kept, its top is rewarded, and the next season begins empty.
          It cannot be undone.
        </Text>
      }
      word={mode.name}
      confirm="End the season"
      onConfirm={async () => {
        await endSeason(mode.id, keys.keyFor(mode.id));
        keys.settle();
        toast(`The season of ${mode.name} has ended; the next one begins.`);
        await queries.invalidateQueries({ queryKey: ["leaderboards"] });
      }}
      onClose={onClose}
    />
  );
}
