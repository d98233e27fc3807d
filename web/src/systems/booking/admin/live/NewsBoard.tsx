import { useRef } from "react";
import styles from "./Live.module.css";
import { NewsRow } from "./NewsRow";
import type { News } from "./news";
import { useSlide } from "./useSlide";

interface Props {
  readonly rows: readonly News[];
  /** Rows newer than this came while one looked. */
  readonly seenBefore: number;
  /** Told whether somebody reads and wants the board to hold still. */
  readonly onHold: (isHeld: boolean) => void;
}

/** The news below each other, the newest on top. It holds still while it is pointed at or focused. */
export function NewsBoard({ rows, seenBefore, onHold }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const fresh = rows.findIndex(({ offset }) => offset <= seenBefore);
  useSlide(body, rows[0]?.offset ?? 0, fresh < 0 ? rows.length : fresh);
  return (
    <section
      className={styles.board}
      aria-label="What happened, the newest first"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and whoever comes to it by keys can read in peace
      tabIndex={0}
      onPointerEnter={() => onHold(true)}
      onPointerLeave={() => onHold(false)}
      onFocus={() => onHold(true)}
      onBlur={() => onHold(false)}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">When</th>
            <th scope="col">Show</th>
            <th scope="col">Seats</th>
            <th scope="col" className={styles.amount}>
              Amount
            </th>
            <th scope="col">House now</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((news) => (
            <NewsRow key={news.offset} news={news} isNew={seenBefore > 0 && news.offset > seenBefore} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
