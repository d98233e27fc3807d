import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Leaderboard } from "@/kit/charts/Leaderboard";
import { Panel } from "@/kit/dashboard/Panel";
import { formatExact, formatMoney } from "@/kit/format";
import styles from "../Insight.module.css";
import { customersQuery, type LeaderOrder } from "./customerQueries";

const orders = [
  { value: "acts", label: "Bookings" },
  { value: "amount", label: "Spent" },
];

/** Who books most, and who spends most. */
export function LeadersPanel() {
  const [order, setOrder] = useState<LeaderOrder>("acts");
  const query = useQuery(customersQuery(order));
  const isSpent = order === "amount";
  return (
    <Panel
      title="Most active customers"
      note="Of all time"
      height={320}
      state={query}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Customers by"
          value={order}
          onChange={(value) => setOrder(value as LeaderOrder)}
          data={orders}
        />
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and nothing in it takes the focus */}
      <section className={styles.scroll} aria-label="Customers, ranked" tabIndex={0}>
        <Leaderboard
          name="Most active customers"
          of="Customer"
          measure={isSpent ? "Spent" : "Bookings"}
          second={isSpent ? "Bookings" : "Spent"}
          unit={isSpent ? "money" : "count"}
          height={320}
          hasPlaces
          items={(query.data?.leaders ?? []).map(({ id, label, acts, amount }) => ({
            key: id,
            name: label ?? `Customer ${id}`,
            value: isSpent ? amount : acts,
            second: isSpent ? formatExact(acts) : formatMoney(amount),
          }))}
        />
      </section>
    </Panel>
  );
}
