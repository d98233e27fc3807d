import { Avatar, Menu, UnstyledButton } from "@mantine/core";
import { IconLogout, IconLogout2, IconUser } from "@tabler/icons-react";
import { Link, useRouter } from "@tanstack/react-router";
import { session } from "@/auth/session";
import { useSession } from "@/auth/useSession";
import { LinkButton } from "@/kit/LinkButton";
import { toastProblem } from "@/kit/toast";

/** Who is signed in and the ways out, or the way in. */
export function AccountMenu() {
  const state = useSession();
  const router = useRouter();
  if (state.status === "restoring") return <Avatar size={32} radius="xl" aria-hidden />;
  if (state.status === "guest") {
    const { href, pathname } = router.state.location;
    const back = pathname === "/sign-in" || pathname === "/register" ? undefined : href;
    return (
      <LinkButton to="/sign-in" search={{ back }} size="xs" variant="light">
        Sign in
      </LinkButton>
    );
  }

  const { user } = state;
  const leave = (how: () => Promise<void>) => () => {
    how().then(() => router.navigate({ to: "/" }), toastProblem);
  };
  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <UnstyledButton aria-label={`Account of ${user.name}`}>
          <Avatar size={32} radius="xl" name={user.name} color="accent" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name}
          <br />
          {user.email}
        </Menu.Label>
        <Menu.Item leftSection={<IconUser size={16} aria-hidden />} component={Link} to="/account">
          Account
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={leave(() => session.signOut())}
        >
          Sign out
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout2 size={16} aria-hidden />}
          onClick={leave(() => session.signOutEverywhere())}
        >
          Sign out everywhere
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
