import { ActionIcon, Button, Group, Modal, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCheck, IconEye } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toastProblem } from "@/kit/toast";
import { type Alert, acknowledge, resolve } from "./alertQueries";

interface Props {
  readonly alert: Alert;
}

/** Says that an alert was seen, or is over, with a word on why. */
export function AlertActions({ alert }: Props) {
  const queries = useQueryClient();
  const [isAsking, ask] = useDisclosure(false);
  const [note, setNote] = useState("");
  const settled = {
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ["operations", "alerts"] }),
  };
  const see = useMutation({ mutationFn: () => acknowledge(alert.id), ...settled });
  const end = useMutation({ mutationFn: () => resolve(alert.id, note), onSuccess: ask.close, ...settled });
  if (alert.state === "resolved") return null;
  const shared = { variant: "subtle", color: "gray", size: 28 } as const;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {alert.state === "open" ? (
        <ActionIcon
          {...shared}
          aria-label={`Acknowledge: ${alert.title}`}
          title="Acknowledge"
          loading={see.isPending}
          onClick={() => see.mutate()}
        >
          <IconEye size={16} aria-hidden />
        </ActionIcon>
      ) : null}
      <ActionIcon {...shared} aria-label={`Resolve: ${alert.title}`} title="Resolve" onClick={ask.open}>
        <IconCheck size={16} aria-hidden />
      </ActionIcon>
      <Modal opened={isAsking} onClose={ask.close} title="Is it over?" centered>
        <Textarea
          label="What was done about it"
          maxLength={500}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={ask.close}>
            Not yet
          </Button>
          <Button loading={end.isPending} onClick={() => end.mutate()}>
            Resolve
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}
