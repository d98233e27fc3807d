import { useNetwork } from "@mantine/hooks";
import { IconCloudOff } from "@tabler/icons-react";
import styles from "./OfflineBanner.module.css";

/** Says that there is no network, and what that means for what one does meanwhile. */
export function OfflineBanner() {
  const { online } = useNetwork();
  return (
    <div role="status">
      {online ? null : (
        <div className={styles.banner}>
          <IconCloudOff size={16} aria-hidden />
          You are offline. What you see may be old; nothing you change is sent until you are back.
        </div>
      )}
    </div>
  );
}
