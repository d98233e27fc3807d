import { PasswordInput, Text, TextInput } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { LinkAnchor } from "@/kit/LinkAnchor";
import { session } from "../session";
import { AuthCard } from "./AuthCard";
import { AuthForm } from "./AuthForm";
import { DemoSignIn } from "./DemoSignIn";

/** Where a session begins. */
export function SignInPage() {
  const { back } = useSearch({ from: "/sign-in" });
  return (
    <AuthCard title="Sign in">
      <AuthForm
        button="Sign in"
        back={back}
        submit={({ email = "", password = "" }) => session.signIn(email, password)}
      >
        {(problem) => (
          <>
            <TextInput
              name="email"
              type="email"
              label="Email"
              autoComplete="username"
              required
              withAsterisk={false}
              error={problem?.fields.email?.[0]}
            />
            <PasswordInput
              name="password"
              label="Password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              error={problem?.fields.password?.[0]}
            />
          </>
        )}
      </AuthForm>
      <Text size="sm" c="dimmed" ta="center">
        No account?{" "}
        <LinkAnchor underline="always" to="/register" search={{ back }}>
          Register
        </LinkAnchor>
      </Text>
      <DemoSignIn />
    </AuthCard>
  );
}
