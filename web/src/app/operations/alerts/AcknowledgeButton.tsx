import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toastProblem } from "@/kit/toast";
import { type Alert, acknowledge } from "./alertQueries";

interface Props {
  readonly alert: Alert;
}

/** Says that somebody is looking at an alert. */
export function AcknowledgeButton({ alert }: Props) {
  const queries = useQueryClient();
  const acknowledging = useMutation({
    mutationFn: () => acknowledge(alert.id),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ["operations", "alerts"] }),
  });
  return (
    <Button
      size="xs"
      variant="default"
      aria-label={`Acknowledge: ${alert.title}`}
      loading={acknowledging.isPending}
      onClick={() => acknowledging.mutate()}
    >
      Acknowledge
    </Button>
  );
}
