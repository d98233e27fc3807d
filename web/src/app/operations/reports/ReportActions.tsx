import { ActionIcon, Group } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay, IconSend } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { IdempotencyKeys } from "@/api/idempotency";
import { toast, toastProblem } from "@/kit/toast";
import { pauseReport, type Report, reportsQuery, runReport } from "./reportQueries";

interface Props {
  readonly report: Report;
}

/** Makes a report now, and pauses it. */
export function ReportActions({ report }: Props) {
  const queries = useQueryClient();
  const keys = useRef(new IdempotencyKeys()).current;
  const settled = {
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: reportsQuery.queryKey }),
  };
  const running = useMutation({
    mutationFn: () => runReport(report.id, keys.keyFor(report.id)),
    onSuccess: () => {
      keys.settle();
      toast(`“${report.title}” is being made and sent.`);
    },
    ...settled,
  });
  const pausing = useMutation({ mutationFn: () => pauseReport(report.id, !report.isPaused), ...settled });
  const shared = { variant: "subtle", color: "gray", size: 28 } as const;
  const pause = report.isPaused ? "Resume" : "Pause";
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      <ActionIcon
        {...shared}
        aria-label={`Run now: ${report.title}`}
        title="Run now"
        loading={running.isPending}
        onClick={() => running.mutate()}
      >
        <IconSend size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...shared}
        aria-label={`${pause}: ${report.title}`}
        title={pause}
        loading={pausing.isPending}
        onClick={() => pausing.mutate()}
      >
        {report.isPaused ? (
          <IconPlayerPlay size={16} aria-hidden />
        ) : (
          <IconPlayerPause size={16} aria-hidden />
        )}
      </ActionIcon>
    </Group>
  );
}
