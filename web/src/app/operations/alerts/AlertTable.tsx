import { IconBellCheck } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { useCursorRows } from "@/kit/list/useCursorRows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import styles from "./Alerts.module.css";
import { alertColumns } from "./alertColumns";
import { type AlertState, alertsQuery } from "./alertQueries";

interface Props {
  readonly state: AlertState | undefined;
}

/** Alerts, newest first, each with what can be done about it. */
export function AlertTable({ state }: Props) {
  const query = useInfiniteQuery(alertsQuery(state));
  const rows = useCursorRows(query);
  if (query.error !== null && query.data === undefined) {
    return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <div className={styles.table}>
      <VirtualTable
        label="Alerts"
        of={state ?? ""}
        rows={rows}
        rowKey={(each) => each.id}
        columns={alertColumns}
        rowHeight={44}
        isLoading={query.isPending}
        empty={
          <EmptyState
            icon={IconBellCheck}
            title="No alerts"
            text="A rule below, or a system itself, raises them."
          />
        }
      />
    </div>
  );
}
