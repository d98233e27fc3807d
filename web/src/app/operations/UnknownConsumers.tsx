import { Alert } from "@mantine/core";
import type { Schemas } from "@/api/client";

interface Props {
  readonly consumers: readonly Schemas["ConsumerElsewhereAnswer"][];
}

/** Consumers of servers that could not be asked just now. */
export function UnknownConsumers({ consumers }: Props) {
  if (consumers.length === 0) return null;
  const texts = consumers.map(({ name, server }) => (server == null ? name : `${name} (${server})`));
  return (
    <Alert color="yellow" title="Some consumers run on servers that could not be asked">
      {texts.join(", ")}
    </Alert>
  );
}
