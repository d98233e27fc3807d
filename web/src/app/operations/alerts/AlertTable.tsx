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
  /** The alert whose panel is open. */
  readonly open: string | undefined;
  readonly onOpen: (alert: string) => void;
}

/** Alerts, newest first, each with what can be done about it. */
export function AlertTable({ state, open, onOpen }: Props) {
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
        openKey={open}
        onOpen={(each) => onOpen(each.id)}
        isLoading={query.isPending}
        empty={
          <EmptyState
            icon={IconBellCheck}
            title="No alerts"
            text="Rules raise them, and so do systems by themselves."
          />
        }
      />
    </div>
  );
}
