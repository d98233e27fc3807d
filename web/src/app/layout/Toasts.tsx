import { CloseButton } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconExclamationCircle,
  IconInfoCircle,
} from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { closeToast, toastStore } from "@/kit/toast";
import styles from "./Toasts.module.css";

const icons = {
  good: IconCircleCheck,
  info: IconInfoCircle,
  warning: IconAlertTriangle,
  bad: IconExclamationCircle,
};

/** The messages in the corner, read out as they come. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.now);
  return (
    <section className={styles.corner} aria-label="Messages" aria-live="polite">
      {toasts.map(({ id, meaning, title, text, traceId }) => {
        const Icon = icons[meaning];
        return (
          <div
            key={id}
            className={styles.toast}
            data-meaning={meaning}
            role={meaning === "bad" ? "alert" : undefined}
          >
            <Icon size={20} className={styles.icon} aria-hidden />
            <div className={styles.text}>
              <strong>{title}</strong>
              {text === undefined ? null : <p>{text}</p>}
              {traceId === undefined ? null : <small>Trace {traceId}</small>}
            </div>
            <CloseButton size="sm" aria-label="Close the message" onClick={() => closeToast(id)} />
          </div>
        );
      })}
    </section>
  );
}
