import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { mine } from "../bookings/queries";
import styles from "./MyWaits.module.css";
import { WaitCard } from "./WaitCard";
import { waitsQuery } from "./waitQueries";

/** The shows somebody waits for. Nothing when there are none. */
export function MyWaits() {
  const { data: waits = [] } = useQuery(waitsQuery);
  const queries = useQueryClient();
  const before = useRef(0);
  useEffect(() => {
    // One less may be an offer, which stands among the bookings.
    if (waits.length < before.current) void queries.invalidateQueries({ queryKey: mine });
    before.current = waits.length;
  }, [waits.length, queries]);
  if (waits.length === 0) return null;
  return (
    <section aria-labelledby="my-waits" className={styles.section}>
      <h2 id="my-waits" className={styles.heading}>
        Waiting for seats
      </h2>
      <p className={styles.dim}>
        Seats that come back are held for you for ten minutes. A mail tells you, and they appear above, ready
        to be paid.
      </p>
      <ul className={styles.list}>
        {waits.map((each) => (
          <WaitCard key={each.showtimeId} wait={each} />
        ))}
      </ul>
    </section>
  );
}
