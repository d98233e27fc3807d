import { IconArmchair } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Panel } from "@/kit/dashboard/Panel";
import { EmptyState } from "@/kit/EmptyState";
import { formatExact, formatPercent } from "@/kit/format";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { useInsight } from "../useInsight";
import { lowOccupancyQuery } from "./advice";
import { lowColumns } from "./lowColumns";
import styles from "./Outlook.module.css";
import { PriceAdvicePanel } from "./PriceAdvicePanel";

/** Showtimes that will stay too empty, each with a price that would bring more. */
export function LowOccupancyPanel() {
  const {
    where,
    search: { show },
    change,
  } = useInsight();
  const query = useQuery(lowOccupancyQuery(where));
  const items = query.data?.items;
  const rows = useMemo(() => rowsOf(items ?? []), [items]);
  return (
    <Panel
      title="Will stay too empty"
      note={
        query.data === undefined
          ? "\u00a0"
          : `${formatExact(query.data.total)} shows of the next three days stay below ${formatPercent(query.data.threshold)}`
      }
      span={12}
      height={320}
      state={query}
    >
      <div className={styles.table}>
        <VirtualTable
          label="Showtimes that will stay too empty"
          rows={rows}
          rowKey={(each) => each.showtime.showtimeId}
          columns={lowColumns}
          rowHeight={32}
          onOpen={(each) => change({ show: each.showtime.showtimeId })}
          openKey={show}
          empty={
            <EmptyState
              icon={IconArmchair}
              title="All houses will do well"
              text="Nothing to lower a price for."
            />
          }
        />
      </div>
      <PriceAdvicePanel
        show={show}
        known={items?.find((each) => each.showtime.showtimeId === show)}
        onClose={() => change({ show: undefined })}
      />
    </Panel>
  );
}
