import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./FilterBar.module.css";

interface Props {
  /** The fields, each bound to the URL. */
  readonly children: ReactNode;
  /** How many filters are set. */
  readonly active: number;
  readonly onClear: () => void;
  /** What stands at the right: how many there are, the column chooser. */
  readonly aside?: ReactNode;
}

/** The row of filters above a list. Their state lives in the URL. */
export function FilterBar({ children, active, onClear, aside }: Props) {
  return (
    <search className={styles.bar}>
      <div className={styles.fields}>
        {children}
        {active === 0 ? null : (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconX size={16} aria-hidden />}
            onClick={onClear}
          >
            Clear {active === 1 ? "filter" : `${active} filters`}
          </Button>
        )}
      </div>
      {aside === undefined ? null : <div className={styles.aside}>{aside}</div>}
    </search>
  );
}
