import { SegmentedControl } from "@mantine/core";
import { IconArmchair } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Panel } from "@/kit/dashboard/Panel";
import { EmptyState } from "@/kit/EmptyState";
import { formatExact, formatPercent } from "@/kit/format";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import styles from "./Live.module.css";
import { occupancyColumns } from "./occupancyColumns";
import { type OccupancyOrder, occupancyQuery } from "./occupancyQuery";

const orders = [
  { value: "emptiest", label: "Emptiest" },
  { value: "fullest", label: "Fullest" },
];

/** How full the houses of the coming week are just now. */
export function OccupancyPanel() {
  const [order, setOrder] = useState<OccupancyOrder>("emptiest");
  const query = useQuery({ ...occupancyQuery(order), placeholderData: keepPreviousData });
  const navigate = useNavigate();
  const rows = useMemo(() => rowsOf(query.data?.rows ?? []), [query.data]);
  const { total, lowBelow, lowHours } = query.data ?? {};
  const columns = useMemo(
    () =>
      occupancyColumns(
        lowBelow === undefined || lowHours === undefined ? undefined : { below: lowBelow, hours: lowHours },
      ),
    [lowBelow, lowHours],
  );
  return (
    <Panel
      title="How full the houses are"
      note={
        total === undefined
          ? "\u00a0"
          : `${formatExact(total.showtimes)} shows in a week, ${formatPercent(total.occupancy)} sold`
      }
      span={12}
      height={380}
      state={query}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Which first"
          value={order}
          onChange={(value) => setOrder(value as OccupancyOrder)}
          data={orders}
        />
      }
    >
      <div className={styles.houses}>
        <VirtualTable
          label="How full the houses are"
          rows={rows}
          rowKey={(each) => each.showtimeId}
          columns={columns}
          rowHeight={32}
          of={order}
          onOpen={(each) =>
            void navigate({ to: "/booking/admin/office/$id", params: { id: each.showtimeId } })
          }
          empty={
            <EmptyState icon={IconArmchair} title="No showtimes" text="Nothing is on in the coming week." />
          }
        />
      </div>
    </Panel>
  );
}
