import { Fragment } from "react";
import type { SearchGroup } from "@/systems/Search";
import styles from "./SearchDialog.module.css";

interface Props {
  readonly id: string;
  readonly groups: readonly SearchGroup[];
  /** Which hit is chosen, counted over all groups. */
  readonly active: number;
  readonly onPoint: (index: number) => void;
  readonly onOpen: (href: string) => void;
}

/** The hits by their kind. The field keeps the focus; it names the chosen hit for screen readers. */
export function SearchResults({ id, groups, active, onPoint, onOpen }: Props) {
  let next = 0;
  return (
    <div role="listbox" id={id} aria-label="Results">
      {groups.map((group) => (
        <Fragment key={group.title}>
          <div role="presentation" className={styles.group}>
            {group.title}
          </div>
          {group.hits.map((hit) => {
            const index = next;
            next += 1;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, which has the focus.
              <div
                key={hit.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                className={styles.hit}
                onMouseMove={() => onPoint(index)}
                onClick={() => onOpen(hit.href)}
              >
                <span>{hit.label}</span>
                {hit.detail === undefined ? null : <small>{hit.detail}</small>}
              </div>
            );
          })}
        </Fragment>
      ))}
    </div>
  );
}
