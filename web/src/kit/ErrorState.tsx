import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { asProblem } from "@/api/problem";
import { LinkButton } from "./LinkButton";
import styles from "./State.module.css";

interface Props {
  /** Whatever was thrown. */
  readonly problem: unknown;
  readonly onRetry?: () => void;
}

/** Says what failed, offers to try again, or a way out of where nothing is, and names the request for whoever asks. */
export function ErrorState({ problem, onRetry }: Props) {
  const { title, detail, traceId, status } = asProblem(problem);
  return (
    <div className={styles.state} role="alert">
      <IconAlertTriangle size={40} stroke={1.25} className={styles.icon} aria-hidden />
      <p className={styles.title}>{title}</p>
      {detail === undefined || detail === title ? null : <p className={styles.text}>{detail}</p>}
      {status === 404 ? (
        <div className={styles.action}>
          <LinkButton to="/" variant="default">
            Go home
          </LinkButton>
        </div>
      ) : onRetry === undefined ? null : (
        <div className={styles.action}>
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
      {traceId === undefined ? null : <p className={styles.trace}>Trace {traceId}</p>}
    </div>
  );
}
