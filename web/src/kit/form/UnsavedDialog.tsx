import { Button, Group, Modal, Text } from "@mantine/core";
import type { UnsavedGuard } from "./useUnsavedGuard";

interface Props {
  readonly guard: UnsavedGuard;
  /** What is unsaved: "the seat plan". */
  readonly what: string;
}

/** Asks before changes are lost. */
export function UnsavedDialog({ guard, what }: Props) {
  const { blocker } = guard;
  const isBlocked = blocker.status === "blocked";
  return (
    <Modal opened={isBlocked} onClose={() => blocker.reset?.()} title="Leave without saving?" centered>
      <Text mb="lg">Your changes to {what} are not saved and would be lost.</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => blocker.reset?.()} data-autofocus>
          Stay
        </Button>
        <Button color="red" onClick={() => blocker.proceed?.()}>
          Discard changes
        </Button>
      </Group>
    </Modal>
  );
}
