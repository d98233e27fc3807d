import { formatExact, formatPercent } from "@/kit/format";
import styles from "./Showtimes.module.css";
import type { Showtime } from "./showtime";

interface Props {
  readonly showtime: Pick<Showtime, "capacity" | "sold" | "held" | "free">;
}

/** How full a showtime is: sold, then held. */
export function Occupancy({ showtime }: Props) {
  const { capacity, sold, held, free } = showtime;
  const share = (count: number) => `${capacity === 0 ? 0 : (100 * count) / capacity}%`;
  const words = `${formatExact(sold)} sold, ${formatExact(held)} held, ${formatExact(free)} free`;
  return (
    <span className={styles.fill} title={words}>
      <span className={styles.bar} aria-hidden>
        <span style={{ width: share(sold) }} />
        <span style={{ width: share(held) }} />
      </span>
      <span className={styles.share}>{formatPercent(capacity === 0 ? undefined : sold / capacity)}</span>
    </span>
  );
}
