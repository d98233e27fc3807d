import { Button, Group, SegmentedControl, Stack, Text, useMantineColorScheme } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { StatusBadge } from "@/kit/StatusBadge";
import { toastProblem } from "@/kit/toast";
import { session } from "../session";
import { useUser } from "../useSession";
import { AccountSection } from "./AccountSection";
import { PasswordForm } from "./PasswordForm";

const schemes = [
  { value: "auto", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** The account of whoever is signed in: who it is, how it looks, password, sessions. */
export function AccountPage() {
  const user = useUser();
  const router = useRouter();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  if (user === undefined) return null;
  const home = () => router.navigate({ to: "/" });
  return (
    <Page>
      <PageHeader title="Account" />
      <AccountSection title="You">
        <Group gap="sm">
          <Text fw={600}>{user.name}</Text>
          <StatusBadge meaning={user.role === "admin" ? "info" : "neutral"}>
            {user.role === "admin" ? "Administrator" : "Customer"}
          </StatusBadge>
        </Group>
        <Text c="dimmed">{user.email}</Text>
      </AccountSection>
      <AccountSection title="Theme" text="Kept in this browser.">
        <SegmentedControl
          aria-label="Theme"
          data={[...schemes]}
          value={colorScheme}
          onChange={(value) => setColorScheme(schemes.find((each) => each.value === value)?.value ?? "auto")}
        />
      </AccountSection>
      <AccountSection title="Password" text="Changing it ends every session but this one.">
        <PasswordForm email={user.email} />
      </AccountSection>
      <AccountSection
        title="Sessions"
        text="A session lasts until you sign out or do not come back for weeks."
      >
        <Stack align="flex-start" gap="sm">
          <Button variant="default" onClick={() => session.signOut().then(home, toastProblem)}>
            Sign out here
          </Button>
          <ConfirmButton
            label="Sign out everywhere"
            question="Sign out everywhere?"
            consequence="Every browser and app that is signed in to this account has to sign in again, this one too."
            confirm="Sign out everywhere"
            onConfirm={() => session.signOutEverywhere().then(home)}
          />
        </Stack>
      </AccountSection>
    </Page>
  );
}
