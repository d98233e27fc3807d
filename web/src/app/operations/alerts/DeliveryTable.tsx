import { Button, Group } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Column } from "@/kit/list/Column";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { RelativeTime } from "@/kit/RelativeTime";
import { StatusBadge } from "@/kit/StatusBadge";
import { toastProblem } from "@/kit/toast";
import styles from "./Alerts.module.css";
import { deliveriesQuery, removeDelivery, retryDelivery, type WebhookDelivery } from "./alertQueries";

function Actions({ delivery }: { readonly delivery: WebhookDelivery }) {
  const queries = useQueryClient();
  const acting = useMutation({
    mutationFn: (act: (id: string) => Promise<void>) => act(delivery.id),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: deliveriesQuery.queryKey }),
  });
  if (delivery.state !== "parked") return null;
  const name = `${delivery.title} to ${delivery.webhook}`;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      <Button
        size="xs"
        variant="default"
        aria-label={`Try again: ${name}`}
        disabled={acting.isPending}
        onClick={() => acting.mutate(retryDelivery)}
      >
        Try again
      </Button>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        aria-label={`Discard: ${name}`}
        disabled={acting.isPending}
        onClick={() => acting.mutate(removeDelivery)}
      >
        Discard
      </Button>
    </Group>
  );
}

const columns: readonly Column<WebhookDelivery>[] = [
  {
    id: "state",
    header: "State",
    width: "96px",
    cell: (each) => (
      <StatusBadge meaning={each.state === "parked" ? "bad" : "info"}>
        {each.state === "parked" ? "Failed" : "Waiting"}
      </StatusBadge>
    ),
  },
  {
    id: "alert",
    header: "Alert",
    width: "minmax(120px, 2fr)",
    from: 640,
    cell: (each) => <span title={each.title}>{each.title}</span>,
  },
  {
    id: "webhook",
    header: "Webhook",
    width: "minmax(120px, 2fr)",
    from: 900,
    cell: (each) => <span title={each.webhook}>{each.webhook}</span>,
  },
  {
    id: "error",
    header: "Error",
    width: "minmax(120px, 2fr)",
    cell: (each) => <span title={each.error ?? undefined}>{each.error ?? ""}</span>,
  },
  {
    id: "queued",
    header: "Since",
    width: "112px",
    from: 760,
    cell: (each) => <RelativeTime at={each.queuedAt} />,
  },
  {
    id: "actions",
    header: "Actions",
    width: "184px",
    align: "end",
    cell: (each) => <Actions delivery={each} />,
  },
];

/** Calls of webhooks that were not made yet; nothing while all were. */
export function DeliveryTable() {
  const { data } = useQuery(deliveriesQuery);
  const rows = useMemo(() => rowsOf(data?.items ?? []), [data]);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="deliveries">
      <header className={styles.head}>
        <h2 id="deliveries">Webhook deliveries</h2>
      </header>
      <VirtualTable
        isFitted
        label="Webhook deliveries"
        rows={rows}
        rowKey={(each) => each.id}
        columns={columns}
        rowHeight={40}
      />
    </section>
  );
}
