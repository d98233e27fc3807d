import { IconBellPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { EmptyState } from "@/kit/EmptyState";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { AddRule } from "./AddRule";
import styles from "./Alerts.module.css";
import { alertRulesQuery } from "./alertQueries";
import { ruleColumns } from "./ruleColumns";

/** The conditions that raise alerts. */
export function RuleTable() {
  const query = useQuery(alertRulesQuery);
  const rows = useMemo(() => rowsOf(query.data?.items ?? []), [query.data]);
  return (
    <section className={styles.section} aria-labelledby="rules">
      <header className={styles.head}>
        <h2 id="rules">Rules</h2>
        <AddRule />
      </header>
      <VirtualTable
        isFitted
        label="Rules"
        rows={rows}
        rowKey={(each) => each.id}
        columns={ruleColumns}
        rowHeight={40}
        isLoading={query.isPending}
        empty={<EmptyState icon={IconBellPlus} title="No rules yet" />}
      />
    </section>
  );
}
