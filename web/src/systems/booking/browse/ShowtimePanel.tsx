import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { ErrorState } from "@/kit/ErrorState";
import { SidePanel } from "@/kit/list/SidePanel";
import { showtimeQuery } from "./lists";
import { ShowtimeDetails } from "./ShowtimeDetails";
import styles from "./ShowtimeDetails.module.css";

interface Props {
  /** The showtime, or nothing when the panel is closed. */
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** One showtime beside the list. */
export function ShowtimePanel({ id, onClose }: Props) {
  // While it slides out it still shows what it showed.
  const last = useRef(id);
  if (id !== undefined) last.current = id;
  const shown = last.current ?? "";
  const showtime = useQuery({ ...showtimeQuery(shown), enabled: id !== undefined, refetchInterval: 15_000 });
  return (
    <SidePanel
      isOpen={id !== undefined}
      title={<span className={styles.panelTitle}>{showtime.data?.movieTitle ?? "Showtime"}</span>}
      onClose={onClose}
    >
      {showtime.data !== undefined ? (
        <ShowtimeDetails showtime={showtime.data} />
      ) : showtime.error !== null ? (
        <ErrorState problem={showtime.error} onRetry={() => void showtime.refetch()} />
      ) : (
        <Skeleton height={420} />
      )}
    </SidePanel>
  );
}
