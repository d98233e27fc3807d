import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Panel } from "@/kit/dashboard/Panel";
import { EmptyState } from "@/kit/EmptyState";
import { Notice } from "@/kit/Notice";
import { RelativeTime } from "@/kit/RelativeTime";
import styles from "../Game.module.css";
import type { Pulse } from "./pulse";

interface Props {
  readonly alerts: Pulse["alerts"] | undefined;
}

const meanings = { info: "info", warning: "warning", critical: "bad" } as const;

const meaningOf = (severity: string) =>
  severity in meanings ? meanings[severity as keyof typeof meanings] : "info";

/** What is not as it should be: much held for review, slow answers, rising scores, rules somebody made. */
export function AlertsPanel({ alerts }: Props) {
  return (
    <Panel
      title="Alerts"
      note="Spikes of cheating, slow answers, rising scores"
      span={4}
      height={260}
      state={{ isPending: alerts === undefined, error: null }}
    >
      {alerts?.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title="All is well" text="What is out of the usual shows here." />
      ) : (
        <ul className={styles.alerts}>
          {(alerts ?? []).map(({ key, title, severity, raisedAt }) => (
            <li key={key}>
              <Notice meaning={meaningOf(severity)} icon={IconAlertTriangle} title={title}>
                <span>
                  <RelativeTime at={raisedAt} /> · <Link to="/operations/alerts">Alerts</Link>
                </span>
              </Notice>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
