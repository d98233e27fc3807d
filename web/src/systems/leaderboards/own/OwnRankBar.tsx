import { useUser } from "@/auth/useSession";
import { LinkAnchor } from "@/kit/LinkAnchor";
import type { BoardChoice } from "../board/boardQueries";
import styles from "./OwnRank.module.css";
import { UserRank } from "./UserRank";

interface Props {
  readonly choice: BoardChoice;
  readonly onShow: (rank: number) => void;
}

/** One's own rank on the board; for guests the way to have one. */
export function OwnRankBar({ choice, onShow }: Props) {
  const user = useUser();
  if (user !== undefined) return <UserRank userId={String(user.id)} choice={choice} onShow={onShow} />;
  return (
    <p className={styles.hint}>
      <LinkAnchor underline="always" to="/sign-in" search={{ back: "/leaderboards" }}>
        Sign in
      </LinkAnchor>{" "}
      to see your own rank here.
    </p>
  );
}
