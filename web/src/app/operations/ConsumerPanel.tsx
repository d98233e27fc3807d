import { SidePanel } from "@/kit/list/SidePanel";
import { ConsumerDetail } from "./ConsumerDetail";
import type { Consumer } from "./consumer";

interface Props {
  readonly consumer: Consumer | undefined;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** One consumer beside the list. */
export function ConsumerPanel({ consumer, isOpen, onClose }: Props) {
  return (
    <SidePanel isOpen={isOpen} title={consumer?.name ?? "Consumer"} onClose={onClose} width={560}>
      {consumer === undefined ? "There is no such consumer." : <ConsumerDetail consumer={consumer} />}
    </SidePanel>
  );
}
