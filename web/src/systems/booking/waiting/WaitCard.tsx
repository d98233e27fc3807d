import { useQueryClient } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { formatDay, formatTime } from "@/kit/format";
import { LinkAnchor } from "@/kit/LinkAnchor";
import { StatusBadge } from "@/kit/StatusBadge";
import { toast } from "@/kit/toast";
import { Zone } from "@/kit/Zone";
import { LeaveList } from "./LeaveList";
import styles from "./MyWaits.module.css";
import { waitsQuery } from "./waitQueries";
import { placeWords, wishWords } from "./wishWords";

interface Props {
  readonly wait: Schemas["MyWaitAnswer"];
}

/** A show somebody waits for: which place, for what, and the way out. */
export function WaitCard({ wait }: Props) {
  const queries = useQueryClient();
  const starts = new Date(wait.startsAt);
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <StatusBadge meaning="info">Waiting</StatusBadge>
        <span className={styles.place}>{placeWords(wait.position)}</span>
      </div>
      <LinkAnchor
        className={styles.film}
        to="/booking/showtimes/$id/waiting-list"
        params={{ id: wait.showtimeId }}
      >
        {wait.movieTitle}
      </LinkAnchor>
      <p className={styles.dim}>
        {formatDay(starts)}, {formatTime(starts)}
        <Zone /> · {wait.theaterName}, {wait.city}
      </p>
      <p className={styles.dim}>{wishWords(wait)}</p>
      <div className={styles.foot}>
        <LeaveList
          showtimeId={wait.showtimeId}
          onLeft={() => {
            toast("You no longer wait for this show.");
            void queries.invalidateQueries(waitsQuery);
          }}
        />
      </div>
    </li>
  );
}
