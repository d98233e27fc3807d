import { Button, type ButtonProps, Group, Modal, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useRef, useState } from "react";
import { toastProblem } from "./toast";

interface Props extends Pick<ButtonProps, "variant" | "color" | "size" | "disabled" | "leftSection"> {
  /** The button, a verb. */
  readonly label: string;
  /** The question's heading. */
  readonly question: string;
  /** What will happen, and whether it can be undone. */
  readonly consequence: ReactNode;
  /** The verb on the button that does it. */
  readonly confirm: string;
  /** What the button says that leaves everything as it is. */
  readonly keep?: string;
  /** Does it; calls `leave` before another dialog comes up, so that the keyboard comes back here behind that one. */
  readonly onConfirm: (leave: () => void) => Promise<unknown>;
}

/** A button that asks before it does something that cannot be undone. */
export function ConfirmButton({
  label,
  question,
  consequence,
  confirm,
  keep = "Keep it",
  onConfirm,
  ...button
}: Props) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const [isBusy, setBusy] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const leave = () => {
    close();
    opener.current?.focus();
  };
  const act = async () => {
    let isOpenStill = true;
    const leaveOnce = () => {
      if (isOpenStill) leave();
      isOpenStill = false;
    };
    setBusy(true);
    try {
      await onConfirm(leaveOnce);
      leaveOnce();
    } catch (error) {
      toastProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="default" {...button} onClick={open} ref={opener}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={leave} title={question} returnFocus={false} centered>
        <Text mb="lg">{consequence}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={leave} data-autofocus>
            {keep}
          </Button>
          <Button color="red" loading={isBusy} onClick={act}>
            {confirm}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
