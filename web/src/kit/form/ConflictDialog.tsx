import { Button, Group, Modal, Table, Text } from "@mantine/core";
import { useLayoutEffect } from "react";
import type { Difference } from "./differences";

interface Props {
  readonly isOpen: boolean;
  /** What was changed: "the film". */
  readonly what: string;
  /** Whether it was to be deleted rather than saved. */
  readonly isRemoval?: boolean | undefined;
  /** In which fields mine and the saved version differ; undefined while that is being read. */
  readonly differences: readonly Difference[] | undefined;
  /** Gives up one's own changes and takes what is saved. */
  readonly onReload: () => void;
  /** Saves one's own version over the other, or deletes the other. */
  readonly onOverwrite: () => void;
  readonly onClose: () => void;
}

/** Somebody else saved meanwhile: shows what differs, and lets one choose. */
export function ConflictDialog(props: Props) {
  const { isOpen, what, isRemoval = false, differences, onReload, onOverwrite, onClose } = props;
  // It comes up by itself, with an answer: by the time the modal looks who had the keyboard, it has it already.
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [isOpen]);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Somebody else saved meanwhile"
      returnFocus={false}
      size="lg"
      centered
    >
      <Text size="sm" c="dimmed" mb="sm">
        Since you opened {what}, it was changed.{" "}
        {isRemoval ? "It is not deleted." : "Nothing of yours is saved yet."}
      </Text>
      {differences === undefined ? (
        <Text size="sm">Reading what changed …</Text>
      ) : differences.length === 0 ? (
        <Text size="sm">What is saved now is the same as yours.</Text>
      ) : (
        <Table withTableBorder fz="sm" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Field</Table.Th>
              <Table.Th>Yours</Table.Th>
              <Table.Th>Saved now</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differences.map((each) => (
              <Table.Tr key={each.label}>
                <Table.Td fw={500}>{each.label}</Table.Td>
                <Table.Td>{each.mine === "" ? "–" : each.mine}</Table.Td>
                <Table.Td>{each.theirs === "" ? "–" : each.theirs}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Back to mine
        </Button>
        <Button variant="default" onClick={onReload} disabled={differences === undefined}>
          Take what is saved
        </Button>
        <Button color="red" onClick={onOverwrite} disabled={differences === undefined}>
          {isRemoval ? "Delete it anyway" : "Save mine over it"}
        </Button>
      </Group>
    </Modal>
  );
}
