import { Button, Group, Stack, Text, UnstyledButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, done, take } from "@/api/client";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { RelativeTime } from "@/kit/RelativeTime";
import { toast, toastProblem } from "@/kit/toast";
import { dump, type ParkedFact } from "./consumer";
import styles from "./Operations.module.css";

interface Props {
  readonly name: string;
  readonly fact: ParkedFact;
  readonly onDone: () => Promise<unknown>;
}

/** One fact that was given up on: what went wrong, its bytes, and what to do about it. */
export function ParkedFactCard({ name, fact, onDone }: Props) {
  const [isOpen, setOpen] = useState(false);
  const params = { path: { name, position: String(fact.position) } };
  const replay = useMutation({
    mutationFn: () => take(api.POST("/api/admin/consumers/{name}/parked/{position}/replay", { params })),
    onSuccess: ({ handled }) =>
      handled > 0 ? toast("The fact was handled.") : toast("It failed again and stays parked.", "warning"),
    onError: toastProblem,
    onSettled: onDone,
  });
  const discard = async () => {
    await done(api.DELETE("/api/admin/consumers/{name}/parked/{position}", { params }));
    toast("The fact is forgotten.");
    await onDone();
  };
  return (
    <Stack gap={8} className={styles.parked}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" className="tabular">
          System {fact.system}, fact {fact.type} of partition {fact.partition}
        </Text>
        <Text size="xs" c="dimmed">
          {fact.attempts} tries, parked <RelativeTime at={fact.parkedAt} />
        </Text>
      </Group>
      <p className={styles.error}>{fact.error}</p>
      {isOpen ? <pre className={styles.dump}>{dump(fact.payload)}</pre> : null}
      <Group justify="space-between">
        <UnstyledButton fz="xs" c="var(--accent)" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Hide the payload" : "Show the payload"}
        </UnstyledButton>
        <Group gap={8}>
          <ConfirmButton
            size="xs"
            label="Discard"
            question="Forget this fact?"
            consequence={`${name} will never handle it. That cannot be undone.`}
            confirm="Discard it"
            onConfirm={discard}
          />
          <Button size="xs" variant="default" loading={replay.isPending} onClick={() => replay.mutate()}>
            Replay
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
