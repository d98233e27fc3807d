import { Alert, List, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ApiProblem } from "@/api/problem";

interface Props {
  readonly problem: ApiProblem | undefined;
  /** What is wrong with fields that have no input of their own. */
  readonly rest?: readonly string[];
}

/** Above a form: why the server did not take it, as far as no single input says so. */
export function FormProblem({ problem, rest = [] }: Props) {
  if (problem === undefined) return null;
  const hasFields = Object.keys(problem.fields).length > 0;
  const isSaidBelow = hasFields && rest.length === 0;
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={isSaidBelow ? "Some fields need another look." : problem.title}
    >
      {hasFields || problem.detail === problem.title ? null : problem.detail}
      {rest.length === 0 ? null : (
        <List size="sm">
          {rest.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      )}
      {problem.traceId === undefined ? null : (
        <Text size="xs" c="dimmed" mt={4}>
          Trace {problem.traceId}
        </Text>
      )}
    </Alert>
  );
}
