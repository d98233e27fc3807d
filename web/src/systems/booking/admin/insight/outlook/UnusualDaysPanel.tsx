import { useQuery } from "@tanstack/react-query";
import { Panel } from "@/kit/dashboard/Panel";
import { formatDay } from "@/kit/format";
import { StatusBadge } from "@/kit/StatusBadge";
import { anomaliesQuery } from "./advice";
import styles from "./Outlook.module.css";

/** Days that were not like others, in sentences. */
export function UnusualDaysPanel() {
  const query = useQuery(anomaliesQuery);
  const days = query.data?.items ?? [];
  return (
    <Panel
      title="Unusual days"
      note="Against what was to be expected of them"
      span={4}
      height={280}
      state={query}
    >
      {days.length === 0 ? (
        <p className={styles.nothing}>No day stood out lately.</p>
      ) : (
        <ul className={styles.days}>
          {days.map(({ day, score, text }) => (
            <li key={day}>
              <StatusBadge meaning={score < 0 ? "warning" : "info"}>{score < 0 ? "Few" : "Many"}</StatusBadge>
              <span>
                <b>{formatDay(new Date(day))}</b>: {text}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
