import { IconTrophyOff } from "@tabler/icons-react";
import type { RefObject } from "react";
import { useUser } from "@/auth/useSession";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { BoardFilters } from "./BoardFilters";
import type { BoardChoice, GameMode } from "./boardQueries";
import { type BoardSearch, spanNames } from "./boardSearch";
import { RankTable, type RankTableHandle } from "./RankTable";
import { useBoard } from "./useBoard";

interface Props {
  readonly choice: BoardChoice;
  readonly modes: readonly GameMode[];
  readonly mode: GameMode;
  readonly onChange: (change: Partial<BoardSearch>) => void;
  readonly handle: RefObject<RankTableHandle | null>;
}

/** One board, from its first rank to its last, as it changes. */
export function LiveBoard({ choice, modes, mode, onChange, handle }: Props) {
  const user = useUser();
  const board = useBoard(choice);
  const filters = (
    <BoardFilters
      choice={choice}
      modes={modes}
      mode={mode}
      size={board.total}
      onChange={onChange}
      onShow={(rank) => handle.current?.showRank(rank)}
    />
  );
  if (board.error !== null)
    return (
      <>
        {filters}
        <ErrorState problem={board.error} onRetry={board.refetch} />
      </>
    );
  return (
    <>
      {filters}
      <RankTable
        label={`${spanNames[choice.span]} board`}
        rows={board.rows}
        of={JSON.stringify(choice)}
        ownId={user && String(user.id)}
        isLoading={board.isLoading}
        isStale={board.isStale}
        handle={handle}
        empty={
          choice.friends === true ? (
            <EmptyState
              icon={IconTrophyOff}
              title="None of your friends is here"
              text="Whom you follow shows here with the first score."
            />
          ) : (
            <EmptyState
              icon={IconTrophyOff}
              title="Nobody is here yet"
              text="The first score that is submitted opens this board."
            />
          )
        }
      />
    </>
  );
}
