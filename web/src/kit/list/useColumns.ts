import { useLocalStorage } from "@mantine/hooks";
import { useMemo } from "react";
import type { Column } from "./Column";

/** Which columns of a table are shown; what somebody chose is kept under the table's name. */
export function useColumns<Row>(table: string, all: readonly Column<Row>[]) {
  const [chosen, setChosen] = useLocalStorage<Readonly<Record<string, boolean>>>({
    key: `catalog-columns-${table}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  return useMemo(() => {
    const isShown = (column: Column<Row>) => chosen[column.id] ?? column.isShown ?? true;
    return {
      all,
      shown: all.filter(isShown),
      isShown,
      toggle: (column: Column<Row>) => setChosen({ ...chosen, [column.id]: !isShown(column) }),
    };
  }, [all, chosen, setChosen]);
}

export type ColumnChoice<Row> = ReturnType<typeof useColumns<Row>>;
