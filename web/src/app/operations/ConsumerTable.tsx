import { formatBytes, formatDuration, formatExact, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { type Consumer, standingOf } from "./consumer";
import { errorColumn, failedColumn, handledColumn, standingColumn } from "./consumerColumns";
import styles from "./Operations.module.css";

const columns: readonly Column<Consumer>[] = [
  { id: "name", header: "Consumer", width: "minmax(180px, 2fr)", cell: (each) => each.name },
  standingColumn(standingOf),
  {
    id: "lag",
    header: "Lag",
    width: "88px",
    align: "end",
    cell: (each) => (each.lagBytes === 0 ? "0 ms" : formatDuration(each.lagMs)),
  },
  {
    id: "behind",
    header: "Behind",
    width: "96px",
    align: "end",
    from: 620,
    cell: (each) => formatBytes(each.lagBytes),
  },
  {
    id: "p50",
    header: "Half within",
    width: "96px",
    align: "end",
    from: 760,
    cell: (each) => (each.handled === 0 ? missing : formatDuration(each.handledWithinMsP50)),
  },
  {
    id: "p99",
    header: "99 % within",
    width: "96px",
    align: "end",
    from: 760,
    cell: (each) => (each.handled === 0 ? missing : formatDuration(each.handledWithinMsP99)),
  },
  handledColumn,
  failedColumn,
  {
    id: "offset",
    header: "Offset",
    width: "120px",
    align: "end",
    from: 1000,
    cell: (each) => formatExact(each.offset),
  },
  errorColumn,
];

/** Where several servers share the work. */
const serverColumn: Column<Consumer> = {
  id: "server",
  header: "Server",
  width: "minmax(88px, 1fr)",
  from: 620,
  cell: (each) => each.server ?? "this one",
};

const sharedColumns = [...columns.slice(0, 2), serverColumn, ...columns.slice(2)];

interface Props {
  readonly consumers: readonly Consumer[];
  readonly isLoading: boolean;
  readonly open: string | undefined;
  readonly onOpen: (name: string) => void;
}

/** Every consumer, one a row. */
export function ConsumerTable({ consumers, isLoading, open, onOpen }: Props) {
  return (
    <section className={styles.section} aria-labelledby="consumers">
      <h2 id="consumers">Consumers</h2>
      <VirtualTable
        isFitted
        label="Consumers"
        rows={rowsOf(consumers)}
        rowKey={(each) => each.name}
        columns={consumers.some((each) => each.server !== undefined) ? sharedColumns : columns}
        rowHeight={32}
        isLoading={isLoading}
        openKey={open}
        onOpen={(each) => onOpen(each.name)}
      />
    </section>
  );
}
