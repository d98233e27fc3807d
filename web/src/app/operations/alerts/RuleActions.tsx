import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toastProblem } from "@/kit/toast";
import { type AlertRule, alertRulesQuery, removeRule } from "./alertQueries";

interface Props {
  readonly rule: AlertRule;
}

/** Takes a rule away. */
export function RuleActions({ rule }: Props) {
  const queries = useQueryClient();
  const removal = useMutation({
    mutationFn: () => removeRule(rule.id),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: alertRulesQuery.queryKey }),
  });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={`Remove the rule ${rule.name}`}
      title="Remove the rule"
      loading={removal.isPending}
      onClick={() => removal.mutate()}
    >
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  );
}
