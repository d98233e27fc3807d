import { useServerSkew } from "@/api/serverClock";
import { Countdown } from "@/kit/Countdown";
import { useNow } from "@/kit/useNow";
import type { Hold } from "./Hold";
import styles from "./HoldClock.module.css";

interface Props {
  readonly hold: Pick<Hold, "expiresAt" | "isOffer">;
  /** How long a hold of this show lasts, for the bar. */
  readonly holdSeconds: number;
  readonly onEnd: () => void;
}

/** What the waiting list gives lasts ten minutes. */
const offerSeconds = 600;

/** How long a hold lasts yet, by the server's clock, as a time and as a bar that runs out. */
export function HoldClock({ hold, holdSeconds, onEnd }: Props) {
  const skewMs = useServerSkew();
  const now = useNow(1000);
  const wholeMs = 1000 * (hold.isOffer ? offerSeconds : holdSeconds);
  const leftMs = new Date(hold.expiresAt).getTime() - skewMs - now;
  // The offset is known to parts of a second only: never show more than there ever was.
  const overMs = Math.max(0, leftMs - wholeMs);
  return (
    <>
      <span className={styles.time}>
        <Countdown key={hold.expiresAt} until={hold.expiresAt} skewMs={skewMs + overMs} onEnd={onEnd} />
      </span>
      <span className={styles.bar} data-late={leftMs < 60_000 || undefined} aria-hidden>
        <span style={{ transform: `scaleX(${Math.min(1, Math.max(0, leftMs / wholeMs))})` }} />
      </span>
    </>
  );
}
