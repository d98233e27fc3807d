import { Button, Group, NumberInput, Popover } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import type { ShowtimeFilters } from "./filters";
import styles from "./PriceField.module.css";
import { priceRangeLabel } from "./priceRange";
import type { ChangeFilters } from "./useFilters";

interface Props {
  readonly filters: ShowtimeFilters;
  readonly change: ChangeFilters;
  readonly isStacked: boolean;
}

/** From what price to what price. */
export function PriceField({ filters: { min, max }, change, isStacked }: Props) {
  const [isOpen, setOpen] = useState(false);
  const send = useDebouncedCallback((some: Partial<ShowtimeFilters>) => change(some, true), {
    delay: 300,
    flushOnUnmount: true,
  });
  const read = (value: string | number) => (typeof value === "number" ? Math.trunc(value) : undefined);
  const fields = (
    <Group gap="xs" wrap="nowrap" key={isOpen ? "open" : "closed"}>
      <NumberInput
        label="From"
        prefix="€"
        min={0}
        max={max ?? 10_000}
        allowDecimal={false}
        defaultValue={min ?? ""}
        onChange={(value) => send({ min: read(value) })}
      />
      <NumberInput
        label="To"
        prefix="€"
        min={min ?? 0}
        max={10_000}
        allowDecimal={false}
        defaultValue={max ?? ""}
        onChange={(value) => send({ max: read(value) })}
      />
    </Group>
  );
  if (isStacked) return fields;
  const label = priceRangeLabel(min, max);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      width={280}
    >
      <Popover.Target>
        <Button
          variant="default"
          className={styles.button}
          data-empty={label === undefined || undefined}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={label === undefined ? "Price" : `Price: ${label}`}
          onClick={() => setOpen((now) => !now)}
        >
          {label ?? "Price"}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{fields}</Popover.Dropdown>
    </Popover>
  );
}
