import { ActionIcon } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import styles from "./Stepper.module.css";

interface Props {
  /** What is counted. */
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
  readonly disabled?: boolean;
}

/** A small number with less and more beside it. */
export function Stepper({ label, value, min = 0, max, onChange, disabled = false }: Props) {
  return (
    <div className={styles.stepper} role="group" aria-label={label}>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={`${label}: one less`}
        disabled={disabled || value <= min}
        onClick={() => onChange(value - 1)}
      >
        <IconMinus size={16} />
      </ActionIcon>
      <output className={styles.value}>{value}</output>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={`${label}: one more`}
        disabled={disabled || value >= max}
        onClick={() => onChange(value + 1)}
      >
        <IconPlus size={16} />
      </ActionIcon>
    </div>
  );
}
