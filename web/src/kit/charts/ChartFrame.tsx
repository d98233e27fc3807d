import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChartLine, IconTable } from "@tabler/icons-react";
import { type ReactNode, useContext, useEffect } from "react";
import styles from "./Chart.module.css";
import { ChartTableView } from "./ChartTableView";
import { PanelView } from "./PanelView";
import type { ChartTable } from "./Picture";

interface Props {
  readonly name: string;
  readonly table: ChartTable;
  /** In pixels; a panel that is opened large gives more. */
  readonly height: number;
  readonly isEmpty: boolean;
  readonly onPick?: ((key: string) => void) | undefined;
  readonly children: ReactNode;
}

/** A chart's place: the drawing or its numbers, with the switch between them where no panel around has one. */
export function ChartFrame({ name, table, height, isEmpty, onPick, children }: Props) {
  const panel = useContext(PanelView);
  const [isOwnTable, own] = useDisclosure(false);
  const isTable = panel?.isTable ?? isOwnTable;
  const onTable = panel?.onTable;
  useEffect(() => {
    if (!isEmpty) onTable?.();
  }, [isEmpty, onTable]);
  const Icon = isTable ? IconChartLine : IconTable;
  return (
    <div className={styles.frame}>
      {panel !== undefined || isEmpty ? null : (
        <Button
          className={styles.toggle}
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<Icon size={14} aria-hidden />}
          onClick={own.toggle}
        >
          {isTable ? "As a chart" : "As a table"}
        </Button>
      )}
      <div className={styles.place} style={{ minHeight: panel?.isLarge ? "min(60vh, 560px)" : height }}>
        {isEmpty ? (
          <p className={styles.nothing}>Nothing in this time</p>
        ) : isTable ? (
          <ChartTableView name={name} table={table} onPick={onPick} />
        ) : (
          children
        )}
      </div>
    </div>
  );
}
