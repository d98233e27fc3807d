import { formatExact, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { type ConsumerGroup, groupStandingOf } from "./consumer";
import { errorColumn, failedColumn, handledColumn, standingColumn } from "./consumerColumns";
import styles from "./Operations.module.css";

const columns: readonly Column<ConsumerGroup>[] = [
  { id: "name", header: "Group", width: "minmax(180px, 2fr)", cell: (each) => each.group },
  standingColumn(groupStandingOf),
  {
    id: "lag",
    header: "Messages behind",
    width: "132px",
    align: "end",
    cell: (each) => (each.isMember ? formatExact(each.lag) : missing),
  },
  {
    id: "partitions",
    header: "Partitions",
    width: "96px",
    align: "end",
    from: 620,
    cell: (each) => formatExact(each.partitions.length),
  },
  handledColumn,
  failedColumn,
  {
    id: "topics",
    header: "Topics",
    width: "minmax(140px, 2fr)",
    from: 900,
    cell: (each) => each.topics.join(", "),
  },
  errorColumn,
];

interface Props {
  readonly groups: readonly ConsumerGroup[];
}

/** This server's members of consumer groups at a broker, one a row; nothing where there is no broker. */
export function GroupTable({ groups }: Props) {
  if (groups.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="groups">
      <h2 id="groups">Consumer groups in Kafka</h2>
      <VirtualTable
        isFitted
        label="Consumer groups in Kafka"
        rows={rowsOf(groups)}
        rowKey={(each) => each.group}
        columns={columns}
        rowHeight={32}
        isLoading={false}
      />
    </section>
  );
}
