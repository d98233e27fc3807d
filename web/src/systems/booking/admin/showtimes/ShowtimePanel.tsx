import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorState } from "@/kit/ErrorState";
import { SidePanel } from "@/kit/list/SidePanel";
import { ShowtimeEditor } from "./ShowtimeEditor";
import { ShowtimeSummary } from "./ShowtimeSummary";
import { showtimeQuery } from "./showtimeQueries";

interface Props {
  /** A showtime's id, `new`, or nothing. */
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** A showtime beside the schedule. */
export function ShowtimePanel({ id, onClose }: Props) {
  const [round, setRound] = useState(0);
  const isNew = id === "new";
  const { data, isError, error, refetch } = useQuery({
    ...showtimeQuery(id ?? ""),
    enabled: id !== undefined && !isNew,
  });
  const canChange =
    data !== undefined && data.status === "scheduled" && new Date(data.startsAt).getTime() > Date.now();
  const reload = () => void refetch().then(() => setRound(round + 1));
  return (
    <SidePanel
      isOpen={id !== undefined}
      title={isNew ? "A new showtime" : (data?.movieTitle ?? "Showtime")}
      onClose={onClose}
      width={520}
    >
      {isNew ? (
        <ShowtimeEditor showtime={undefined} onReload={onClose} onClose={onClose} />
      ) : data !== undefined ? (
        <Stack gap="lg">
          <ShowtimeSummary showtime={data} onCancelled={onClose} />
          {canChange ? (
            <ShowtimeEditor key={`${data.id}.${round}`} showtime={data} onReload={reload} onClose={onClose} />
          ) : null}
        </Stack>
      ) : isError ? (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      ) : (
        <Stack>
          {["figures", "film", "time", "prices"].map((field) => (
            <Skeleton key={field} height={64} />
          ))}
        </Stack>
      )}
    </SidePanel>
  );
}
