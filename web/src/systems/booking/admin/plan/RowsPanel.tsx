import { Button, Group, Menu, Text } from "@mantine/core";
import { IconChevronDown, IconPlus } from "@tabler/icons-react";
import { useCallback, useEffect, useRef } from "react";
import type { Labeling } from "./labels";
import styles from "./Plan.module.css";
import type { Plan, PlanRow } from "./plan";
import { RowLine } from "./RowLine";
import { seatsOfRows } from "./seatNames";
import type { Edit, PlanTools } from "./usePlanTools";
import { type PlanFault, rowIndexOf } from "./validate";

interface Props {
  readonly plan: Plan;
  readonly tools: PlanTools;
  readonly edit: Edit;
  readonly faults: readonly PlanFault[];
}

const labelingNames: Readonly<Record<Labeling, string>> = {
  letters: "A, B, C …",
  "letters-without-io": "A, B, C … without I and O",
  numbers: "1, 2, 3 …",
};

const noFaults: readonly PlanFault[] = [];

/** The rows as a list: everything the drawing can do, in fields. */
export function RowsPanel({ plan, tools, edit, faults }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const { selection, select, rowKeys } = tools;
  const choose = useCallback(
    (row: PlanRow, isAdding: boolean) =>
      select(new Set([...(isAdding ? selection : []), ...seatsOfRows([row])])),
    [select, selection],
  );
  const firstChosen = rowKeys[0];
  useEffect(() => {
    const line = list.current?.querySelector(`[data-row="${firstChosen}"]`);
    line?.scrollIntoView({ block: "nearest" });
  }, [firstChosen]);

  return (
    <>
      <Group gap={8} className={styles.panelHead}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => edit({ type: "add-rows", after: rowKeys.at(-1) ?? plan.rows.at(-1)?.key, count: 1 })}
        >
          Add a row
        </Button>
        <Menu shadow="md">
          <Menu.Target>
            <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              Label all
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(Object.keys(labelingNames) as Labeling[]).map((labeling) => (
              <Menu.Item key={labeling} onClick={() => edit({ type: "relabel", labeling })}>
                {labelingNames[labeling]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <div className={styles.lineHead} aria-hidden>
        <span>Seats</span>
        <span>Label</span>
        <span>Blocks</span>
        <span>First</span>
        <span>Step</span>
        <span>Indent</span>
      </div>
      <div className={styles.lines} ref={list}>
        {plan.rows.length === 0 ? (
          <Text size="sm" c="dimmed" p="md">
            No rows yet. Add one, or begin from a template.
          </Text>
        ) : null}
        {plan.rows.map((row, i) => {
          const own = faults.filter((fault) => rowIndexOf(fault.field) === i);
          return (
            <RowLine
              key={row.key}
              row={row}
              index={i}
              isChosen={rowKeys.includes(row.key)}
              faults={own.length === 0 ? noFaults : own}
              edit={edit}
              onChoose={choose}
            />
          );
        })}
      </div>
    </>
  );
}
