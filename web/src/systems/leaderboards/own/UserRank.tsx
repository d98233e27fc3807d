import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type BoardChoice, scoreAtQuery } from "../board/boardQueries";
import { progressOf, stretchOf } from "./milestone";
import { OwnRank } from "./OwnRank";
import styles from "./OwnRank.module.css";
import { useOwnRank } from "./useOwnRank";

interface Props {
  readonly userId: string;
  readonly choice: BoardChoice;
  readonly onShow: (rank: number) => void;
}

/** The rank of who is signed in, and the way to the next milestone. */
export function UserRank({ userId, choice, onShow }: Props) {
  const { own, places, isLoading } = useOwnRank(choice, userId);
  const stretch = own && stretchOf(own.rank, own.size);
  const goal = useQuery(scoreAtQuery(choice, stretch?.next)).data;
  const floor = useQuery(scoreAtQuery(choice, stretch?.from)).data;
  if (isLoading) return <Skeleton className={styles.waiting} />;
  if (own === undefined || stretch === undefined)
    return <p className={styles.hint}>You have no rank on this board yet: it comes with your first score.</p>;
  const way = goal == null || floor == null ? undefined : progressOf(own.score, goal, floor);
  return (
    <OwnRank
      rank={own.rank}
      score={own.score}
      size={own.size}
      places={places}
      next={stretch.next}
      way={way}
      action={
        choice.friends === true ? null : (
          <Button variant="default" onClick={() => onShow(own.rank)}>
            Show me
          </Button>
        )
      }
    />
  );
}
