import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { IdempotencyKeys } from "@/api/idempotency";
import { toast, toastProblem } from "../toast";
import { type ExportWish, exportQuery, isOver, requestExport } from "./exportQueries";
import { saveExport } from "./saveFile";

/** One thing that can be had as a file. */
export interface ExportChoice extends ExportWish {
  /** What the menu says. */
  readonly label: string;
}

interface Props {
  readonly choices: readonly ExportChoice[];
}

/** Has files written on the server and saves them when they are done; large ones stay under Operations, Exports. */
export function ExportMenu({ choices }: Props) {
  const keys = useRef(new IdempotencyKeys());
  const queries = useQueryClient();
  const [id, setId] = useState<string>();
  const { data: job, error } = useQuery({ ...exportQuery(id ?? ""), enabled: id !== undefined });
  const ask = async ({ label: _, ...wish }: ExportChoice) => {
    try {
      const asked = await requestExport(wish, keys.current.keyFor(wish));
      keys.current.settle();
      setId(asked.id);
      void queries.invalidateQueries({ queryKey: ["operations", "exports"] });
    } catch (problem) {
      toastProblem(problem);
    }
  };
  useEffect(() => {
    if (id === undefined || (job === undefined && error === null)) return;
    if (error !== null) toastProblem(error);
    else if (job === undefined || !isOver(job)) return;
    else if (job.state === "done") {
      saveExport(job).then(() => toast(`“${job.title}” is saved.`), toastProblem);
    } else toast(`“${job.title}” could not be written: ${job.error ?? job.state}.`, "warning");
    setId(undefined);
  }, [id, job, error]);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={id !== undefined}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item key={choice.label} onClick={() => void ask(choice)}>
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
