import { formatExact } from "@/kit/format";
import styles from "./Board.module.css";

interface Props {
  readonly rank: number;
}

/** A rank; the first three wear their medals. */
export function Place({ rank }: Props) {
  return (
    <span className={styles.place} data-medal={rank <= 3 ? rank : undefined}>
      {formatExact(rank)}
    </span>
  );
}
