import { Button } from "@mantine/core";
import { IconBellPlus, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { rowsOf } from "@/kit/list/Rows";
import { SidePanel } from "@/kit/list/SidePanel";
import { VirtualTable } from "@/kit/list/VirtualTable";
import styles from "./Alerts.module.css";
import { alertRulesQuery } from "./alertQueries";
import { RuleEditor } from "./RuleEditor";
import { ruleColumns } from "./ruleColumns";

interface Props {
  /** The rule that is being edited: its id, or "new". */
  readonly open: string | undefined;
  readonly onOpen: (rule: string | undefined) => void;
}

/** The conditions that raise alerts. */
export function RuleTable({ open, onOpen }: Props) {
  const query = useQuery(alertRulesQuery);
  const rows = useMemo(() => rowsOf(query.data?.items ?? []), [query.data]);
  const rule = query.data?.items.find(({ id }) => id === open);
  const close = () => onOpen(undefined);
  return (
    <section className={styles.section} aria-labelledby="rules">
      <header className={styles.head}>
        <h2 id="rules">Rules</h2>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onOpen("new")}
        >
          Add a rule
        </Button>
      </header>
      {query.error !== null && query.data === undefined ? (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      ) : query.data?.items.length === 0 ? (
        <EmptyState
          icon={IconBellPlus}
          title="No rules yet"
          text="A rule watches a metric and raises an alert when its condition holds."
        />
      ) : (
        <VirtualTable
          isFitted
          label="Rules"
          rows={rows}
          rowKey={(each) => each.id}
          columns={ruleColumns}
          rowHeight={40}
          openKey={open}
          onOpen={(each) => onOpen(each.id)}
          isLoading={query.isPending}
        />
      )}
      <SidePanel
        isOpen={open === "new" || rule !== undefined}
        title={rule === undefined ? "A new rule" : "Edit the rule"}
        onClose={close}
      >
        <RuleEditor key={open} rule={rule} onClose={close} />
      </SidePanel>
    </section>
  );
}
