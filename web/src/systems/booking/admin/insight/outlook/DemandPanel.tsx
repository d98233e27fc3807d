import { SegmentedControl } from "@mantine/core";
import { IconCalendarOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Panel } from "@/kit/dashboard/Panel";
import { EmptyState } from "@/kit/EmptyState";
import { formatExact } from "@/kit/format";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { useInsight } from "../useInsight";
import { demandQuery } from "./advice";
import { demandColumns } from "./demandColumns";
import styles from "./Outlook.module.css";

const choices = [
  { value: "", label: "All" },
  { value: "low", label: "Low" },
  { value: "medium", label: "Medium" },
  { value: "high", label: "High" },
];

const days = 7;

/** What will have been sold of the showtimes of the next week. */
export function DemandPanel() {
  const [demand, setDemand] = useState("");
  const { where } = useInsight();
  const query = useQuery(demandQuery(days, demand === "" ? undefined : demand, where));
  const navigate = useNavigate();
  const rows = useMemo(() => rowsOf(query.data?.items ?? []), [query.data]);
  const { low, medium, high } = query.data ?? {};
  return (
    <Panel
      title="Demand of the coming week"
      note={
        query.data === undefined
          ? "\u00a0"
          : `${formatExact(high)} with high, ${formatExact(medium)} with medium, ${formatExact(low)} with low demand`
      }
      span={12}
      height={360}
      state={query}
      actions={
        <SegmentedControl size="xs" aria-label="Demand" value={demand} onChange={setDemand} data={choices} />
      }
    >
      <div className={styles.table}>
        <VirtualTable
          label="Showtimes of the coming week"
          rows={rows}
          rowKey={(each) => each.showtimeId}
          columns={demandColumns}
          rowHeight={32}
          of={demand}
          onOpen={(each) =>
            void navigate({ to: "/booking/admin/schedule", search: { open: each.showtimeId } })
          }
          empty={
            <EmptyState
              icon={IconCalendarOff}
              title="No showtimes"
              text="None of the coming week is like this."
            />
          }
        />
      </div>
    </Panel>
  );
}
