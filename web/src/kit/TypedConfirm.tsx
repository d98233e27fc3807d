import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { toastProblem } from "./toast";

interface Props {
  readonly isOpen: boolean;
  readonly question: string;
  /** What will happen, to how many, and that it cannot be undone. */
  readonly consequence: ReactNode;
  /** What has to be typed. */
  readonly word: string;
  /** The verb on the button that does it. */
  readonly confirm: string;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks for a word to be typed before something that reaches many people. */
export function TypedConfirm({ isOpen, question, consequence, word, confirm, onConfirm, onClose }: Props) {
  const [typed, setTyped] = useState("");
  const [isBusy, setBusy] = useState(false);
  const isMatch = typed.trim().toLowerCase() === word.toLowerCase();
  const close = () => {
    setTyped("");
    onClose();
  };
  const act = async (event: FormEvent) => {
    event.preventDefault();
    if (!isMatch) return;
    setBusy(true);
    try {
      await onConfirm();
      close();
    } catch (error) {
      toastProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened={isOpen} onClose={close} title={question} centered>
      <form onSubmit={act}>
        <Stack>
          {consequence}
          <TextInput
            label={`Type “${word}” to go on`}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep it
            </Button>
            <Button type="submit" color="red" loading={isBusy} disabled={!isMatch}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
