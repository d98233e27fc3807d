import { PasswordInput, Text, TextInput } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { LinkAnchor } from "@/kit/LinkAnchor";
import { session } from "../session";
import { AuthCard } from "./AuthCard";
import { AuthForm } from "./AuthForm";

/** Where an account begins, and its first session with it. */
export function RegisterPage() {
  const { back } = useSearch({ from: "/register" });
  return (
    <AuthCard title="Register">
      <AuthForm
        button="Register"
        back={back}
        submit={({ name = "", email = "", password = "" }) => session.register(name, email, password)}
      >
        {(problem) => (
          <>
            <TextInput
              name="name"
              label="Name"
              autoComplete="name"
              required
              withAsterisk={false}
              error={problem?.fields.name?.[0]}
            />
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
              autoComplete="new-password"
              required
              withAsterisk={false}
              error={problem?.fields.password?.[0]}
            />
          </>
        )}
      </AuthForm>
      <Text size="sm" c="dimmed" ta="center">
        An account already?{" "}
        <LinkAnchor underline="always" to="/sign-in" search={{ back }}>
          Sign in
        </LinkAnchor>
      </Text>
    </AuthCard>
  );
}
