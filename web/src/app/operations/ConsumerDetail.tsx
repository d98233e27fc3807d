import { Button, Group, Stack } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, done } from "@/api/client";
import { formatBytes, formatDuration, formatExact, missing } from "@/kit/format";
import { StatusBadge } from "@/kit/StatusBadge";
import { toast, toastProblem } from "@/kit/toast";
import { type Consumer, standingOf } from "./consumer";
import { consumersQuery } from "./consumerQueries";
import styles from "./Operations.module.css";
import { ParkedList } from "./ParkedList";

interface Props {
  readonly consumer: Consumer;
}

/** How far a consumer is, stopping it, and what it gave up on. */
export function ConsumerDetail({ consumer }: Props) {
  const client = useQueryClient();
  const { meaning, word } = standingOf(consumer);
  const params = { path: { name: consumer.name } };
  const toggle = useMutation({
    mutationFn: () =>
      done(
        consumer.isPaused
          ? api.POST("/api/admin/consumers/{name}/resume", { params })
          : api.POST("/api/admin/consumers/{name}/pause", { params }),
      ),
    onSuccess: () =>
      toast(consumer.isPaused ? `${consumer.name} goes on.` : `${consumer.name} stands still.`),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: consumersQuery.queryKey }),
  });
  return (
    <Stack>
      <Group justify="space-between">
        <StatusBadge meaning={meaning}>{word}</StatusBadge>
        <Button
          variant="default"
          size="xs"
          loading={toggle.isPending}
          onClick={() => toggle.mutate()}
          leftSection={
            consumer.isPaused ? (
              <IconPlayerPlay size={14} aria-hidden />
            ) : (
              <IconPlayerPause size={14} aria-hidden />
            )
          }
        >
          {consumer.isPaused ? "Resume" : "Pause"}
        </Button>
      </Group>
      <dl className={styles.facts}>
        <dt>Offset</dt>
        <dd>{formatExact(consumer.offset)}</dd>
        <dt>Saved offset</dt>
        <dd>{formatExact(consumer.savedOffset)}, where a restart goes on</dd>
        <dt>Behind</dt>
        <dd>
          {formatBytes(consumer.lagBytes)}, {formatDuration(consumer.lagBytes === 0 ? 0 : consumer.lagMs)}
        </dd>
        <dt>Handled</dt>
        <dd>{formatExact(consumer.handled)} since the start</dd>
        <dt>Handled within</dt>
        <dd>
          {consumer.handled === 0
            ? missing
            : `${formatDuration(consumer.handledWithinMsP50)} half of them, ${formatDuration(consumer.handledWithinMsP99)} 99 in 100`}
        </dd>
        <dt>Failed tries</dt>
        <dd>
          {formatExact(consumer.failedAttempts)}
          {consumer.retries === 0 ? "" : `, ${consumer.retries} of them of the next fact`}
        </dd>
      </dl>
      {consumer.lastError == null ? null : <p className={styles.error}>{consumer.lastError}</p>}
      <ParkedList name={consumer.name} count={consumer.parked} />
    </Stack>
  );
}
