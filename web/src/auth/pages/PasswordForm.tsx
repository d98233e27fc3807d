import { Alert, Button, PasswordInput, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type ApiProblem, asProblem } from "@/api/problem";
import { toast } from "@/kit/toast";
import { session } from "../session";

interface Props {
  readonly email: string;
}

/** Changes the password of whoever is signed in. */
export function PasswordForm({ email }: Props) {
  const [problem, setProblem] = useState<ApiProblem>();
  const [isSending, setSending] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    setSending(true);
    setProblem(undefined);
    try {
      await session.changePassword(String(values.get("currentPassword")), String(values.get("newPassword")));
      form.reset();
      toast("The password is changed, and every other session has ended.");
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSending(false);
    }
  };
  const hasFields = problem !== undefined && Object.keys(problem.fields).length > 0;
  return (
    <form onSubmit={send} noValidate>
      <Stack align="stretch">
        {problem === undefined || hasFields ? null : (
          <Alert color="red" role="alert" title={problem.title}>
            {problem.traceId === undefined ? null : <small>Trace {problem.traceId}</small>}
          </Alert>
        )}
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          name="currentPassword"
          label="Current password"
          autoComplete="current-password"
          error={problem?.fields.currentPassword?.[0]}
        />
        <PasswordInput
          name="newPassword"
          label="New password"
          autoComplete="new-password"
          error={problem?.fields.newPassword?.[0]}
        />
        <Button type="submit" loading={isSending} variant="default" style={{ alignSelf: "flex-start" }}>
          Change the password
        </Button>
      </Stack>
    </form>
  );
}
