import { SegmentedControl } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { AlertFigures } from "./AlertFigures";
import { AlertPanel } from "./AlertPanel";
import styles from "./Alerts.module.css";
import { AlertTable } from "./AlertTable";
import type { AlertState } from "./alertQueries";
import { DeliveryTable } from "./DeliveryTable";
import { RuleTable } from "./RuleTable";

const route = getRouteApi("/operations/alerts");

const states = [
  { value: "", label: "All" },
  { value: "open", label: "Firing" },
  { value: "acknowledged", label: "Acknowledged" },
  { value: "resolved", label: "Resolved" },
];

/** What the server wants looked at, what was done about it, and the rules behind it. */
export function AlertsPage() {
  const { state, open, rule } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (some: { open?: string | undefined; rule?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...some }) });
  return (
    <Page size="full">
      <PageHeader title="Alerts" description="What wants to be looked at, and what was done about it." />
      <AlertFigures />
      <section className={styles.section} aria-labelledby="alerts">
        <header className={styles.head}>
          <h2 id="alerts">History</h2>
          <SegmentedControl
            size="xs"
            aria-label="State"
            data={states}
            value={state ?? ""}
            onChange={(value) =>
              void navigate({ search: { state: (value || undefined) as AlertState | undefined } })
            }
          />
        </header>
        <AlertTable state={state} open={open} onOpen={(alert) => show({ open: alert })} />
      </section>
      <DeliveryTable />
      <RuleTable open={rule} onOpen={(each) => show({ rule: each })} />
      <AlertPanel id={open} onClose={() => show({ open: undefined })} />
    </Page>
  );
}
