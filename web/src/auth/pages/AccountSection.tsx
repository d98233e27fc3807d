import { type ReactNode, useId } from "react";
import styles from "./AccountSection.module.css";

interface Props {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** A part of the account page: what it is about at the left, what one can do at the right. */
export function AccountSection({ title, text, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {text === undefined ? null : <p>{text}</p>}
      </div>
      <div>{children}</div>
    </section>
  );
}
