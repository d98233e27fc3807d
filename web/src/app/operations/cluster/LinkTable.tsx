import { IconPlugConnected } from "@tabler/icons-react";
import { EmptyState } from "@/kit/EmptyState";
import { formatExact, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { StatusBadge } from "@/kit/StatusBadge";
import type { Cluster, ClusterLink } from "./clusterQuery";
import { nameAt } from "./clusterWords";

interface Line extends ClusterLink {
  readonly to: string;
}

const columns: readonly Column<Line>[] = [
  { id: "to", header: "To", width: "minmax(88px, 1fr)", cell: (each) => each.to },
  {
    id: "state",
    header: "State",
    width: "80px",
    cell: ({ isUp }) => <StatusBadge meaning={isUp ? "good" : "warning"}>{isUp ? "Up" : "Down"}</StatusBadge>,
  },
  {
    id: "flight",
    header: "Under way",
    width: "80px",
    align: "end",
    cell: (each) => formatExact(each.inFlight),
  },
  {
    id: "failure",
    header: "Last failure",
    width: "minmax(96px, 2fr)",
    from: 340,
    cell: ({ lastFailure }) => <span title={lastFailure ?? undefined}>{lastFailure ?? missing}</span>,
  },
];

interface Props {
  readonly cluster: Cluster;
}

/** The links of the node that answers, one a row. */
export function LinkTable({ cluster }: Props) {
  if (cluster.links.length === 0) {
    return (
      <EmptyState
        icon={IconPlugConnected}
        title="No links"
        text="No command had to be sent to another node yet."
      />
    );
  }
  return (
    <VirtualTable
      isFitted
      label="Links of this node"
      rows={rowsOf(cluster.links.map((link): Line => ({ ...link, to: nameAt(cluster, link.address) })))}
      rowKey={(each) => each.address}
      columns={columns}
      rowHeight={32}
    />
  );
}
