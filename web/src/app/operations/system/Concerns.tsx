import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { Notice } from "@/kit/Notice";
import { concernsOf } from "./health";
import styles from "./System.module.css";
import type { System } from "./systemQuery";

interface Props {
  readonly system: System | undefined;
}

/** In words whether all is well, and what is not. */
export function Concerns({ system }: Props) {
  const concerns = system === undefined ? [] : concernsOf(system);
  const worst = concerns[0];
  return (
    <div className={styles.concerns} data-waits={system === undefined || undefined}>
      {worst === undefined ? (
        <Notice meaning="good" icon={IconCircleCheck}>
          All is well: nothing waits, nothing is parked, the disk keeps up.
        </Notice>
      ) : (
        <Notice meaning={worst.meaning} icon={IconAlertTriangle} title="Worth a look">
          <ul>
            {concerns.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
