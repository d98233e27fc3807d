import { Switch } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toastProblem } from "@/kit/toast";
import { type AlertRule, switchRule } from "./alertQueries";

interface Props {
  readonly rule: AlertRule;
}

/** Switches a rule on and off. */
export function RuleSwitch({ rule }: Props) {
  const queries = useQueryClient();
  const switching = useMutation({
    mutationFn: (isEnabled: boolean) => switchRule(rule.id, isEnabled),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ["operations", "alerts"] }),
  });
  // While it is under way it stands where it will be; a refusal moves it back.
  const isOn = switching.isPending ? switching.variables : rule.isEnabled;
  return (
    <Switch
      size="sm"
      aria-label={`Enabled: ${rule.name}`}
      checked={isOn}
      onChange={(event) => switching.mutate(event.currentTarget.checked)}
    />
  );
}
