import type { ReactNode } from "react";
import styles from "./Page.module.css";
import { useTitle } from "./useTitle";

interface Props {
  /** `reading` is at most 1,200 px wide, `full` as wide as the window, `list` also as
   * high (for a VirtualTable), `canvas` without any margin. */
  readonly size?: "reading" | "full" | "list" | "canvas";
  /** The document's title for pages without a PageHeader. */
  readonly title?: string;
  readonly children: ReactNode;
}

/** The page's own box: every page is one of these. */
export function Page({ size = "reading", title, children }: Props) {
  useTitle(title);
  return (
    <div className={styles.page} data-size={size}>
      {children}
    </div>
  );
}
