import { formatBytes, formatExact } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { StatusBadge } from "@/kit/StatusBadge";
import type { Projection } from "./consumer";
import styles from "./Operations.module.css";

const columns: readonly Column<Projection>[] = [
  { id: "name", header: "Model", width: "minmax(140px, 2fr)", cell: (each) => each.name },
  {
    id: "state",
    header: "State",
    width: "132px",
    cell: (each) =>
      each.lagBytes === 0 ? (
        <StatusBadge meaning="good">Up to date</StatusBadge>
      ) : (
        <StatusBadge meaning="info">Catching up</StatusBadge>
      ),
  },
  {
    id: "behind",
    header: "Behind",
    width: "96px",
    align: "end",
    cell: (each) => formatBytes(each.lagBytes),
  },
  {
    id: "position",
    header: "Applied up to",
    width: "minmax(120px, 1fr)",
    align: "end",
    from: 480,
    cell: (each) => formatExact(each.appliedPosition),
  },
];

interface Props {
  readonly projections: readonly Projection[];
  readonly isLoading: boolean;
}

/** The models that answer questions, and how far they have come. */
export function ProjectionTable({ projections, isLoading }: Props) {
  return (
    <section className={styles.section} aria-labelledby="models">
      <h2 id="models">Models</h2>
      <VirtualTable
        isFitted
        label="Models"
        rows={rowsOf(projections)}
        rowKey={(each) => each.name}
        columns={columns}
        rowHeight={32}
        isLoading={isLoading}
      />
    </section>
  );
}
