import { Button, Group, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast, toastProblem } from "@/kit/toast";
import { AcknowledgeButton } from "./AcknowledgeButton";
import { type Alert, resolve } from "./alertQueries";

interface Props {
  readonly alert: Alert;
}

/** What can be done about an alert that is not over, with a word on what was done. */
export function ResolveForm({ alert }: Props) {
  const queries = useQueryClient();
  const [note, setNote] = useState("");
  const resolving = useMutation({
    mutationFn: () => resolve(alert.id, note),
    onSuccess: () => toast(`“${alert.title}” is resolved.`),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ["operations", "alerts"] }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        resolving.mutate();
      }}
    >
      <Textarea
        label="Resolution note"
        maxLength={500}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="sm">
        {alert.state === "open" ? <AcknowledgeButton alert={alert} /> : null}
        <Button size="xs" type="submit" loading={resolving.isPending}>
          Resolve
        </Button>
      </Group>
    </form>
  );
}
