import { ActionIcon, Group } from "@mantine/core";
import { IconDownload, IconPlayerStop, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import {
  cancelExport,
  type ExportJob,
  exportsQuery,
  isOver,
  removeExport,
} from "@/kit/exports/exportQueries";
import { saveExport } from "@/kit/exports/saveFile";
import { toastProblem } from "@/kit/toast";

interface Props {
  readonly job: ExportJob;
}

/** What can be done with an export: fetched, stopped, forgotten. */
export function ExportActions({ job }: Props) {
  const queries = useQueryClient();
  const act = (what: () => Promise<unknown>) => () =>
    what().then(() => queries.invalidateQueries({ queryKey: exportsQuery.queryKey }), toastProblem);
  const shared = { variant: "subtle", color: "gray", size: 28 } as const;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {job.hasFile ? (
        <ActionIcon {...shared} aria-label={`Save ${job.title}`} onClick={act(() => saveExport(job))}>
          <IconDownload size={16} aria-hidden />
        </ActionIcon>
      ) : null}
      {isOver(job) ? (
        <ActionIcon {...shared} aria-label={`Forget ${job.title}`} onClick={act(() => removeExport(job.id))}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      ) : (
        <ActionIcon {...shared} aria-label={`Stop ${job.title}`} onClick={act(() => cancelExport(job.id))}>
          <IconPlayerStop size={16} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}
