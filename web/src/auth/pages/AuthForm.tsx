import { Alert, Button, Stack, Text } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { type ApiProblem, asProblem } from "@/api/problem";
import { returnTo } from "../returnTo";
import { useSession } from "../useSession";

interface Props {
  readonly button: string;
  readonly back: string | undefined;
  readonly submit: (values: Readonly<Record<string, string>>) => Promise<void>;
  readonly children: (problem: ApiProblem | undefined) => ReactNode;
}

/** A form that opens a session and then goes back to where one was. */
export function AuthForm({ button, back, submit, children }: Props) {
  const router = useRouter();
  const isSignedIn = useSession().status === "user";
  const [problem, setProblem] = useState<ApiProblem>();
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (isSignedIn) router.history.replace(returnTo(back));
  }, [isSignedIn, router, back]);

  useEffect(() => {
    if (problem !== undefined) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problem]);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = Object.fromEntries([...new FormData(event.currentTarget)].map(([k, v]) => [k, String(v)]));
    setSending(true);
    setProblem(undefined);
    try {
      await submit(values);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSending(false);
    }
  };

  const hasFields = problem !== undefined && Object.keys(problem.fields).length > 0;
  return (
    <form ref={form} onSubmit={send} noValidate>
      <Stack>
        {problem === undefined || hasFields ? null : (
          <Alert color="red" role="alert" title={problem.title}>
            {problem.detail === problem.title ? null : problem.detail}
            <Text size="xs" c="dimmed">
              {problem.traceId === undefined ? null : `Trace ${problem.traceId}`}
            </Text>
          </Alert>
        )}
        {children(problem)}
        <Button type="submit" loading={isSending} fullWidth>
          {button}
        </Button>
      </Stack>
    </form>
  );
}
