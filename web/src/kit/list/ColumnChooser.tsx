import { ActionIcon, Checkbox, Popover, Stack } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import type { ColumnChoice } from "./useColumns";

interface Props<Row> {
  readonly columns: ColumnChoice<Row>;
}

/** Chooses the columns of a table. */
export function ColumnChooser<Row>({ columns }: Props<Row>) {
  return (
    <Popover position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <ActionIcon variant="default" size={36} aria-label="Choose columns">
          <IconColumns3 size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {columns.all
            .filter((column) => column.canHide ?? true)
            .map((column) => (
              <Checkbox
                key={column.id}
                label={column.header}
                checked={columns.isShown(column)}
                onChange={() => columns.toggle(column)}
              />
            ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
