import { Avatar, Menu, UnstyledButton } from "@mantine/core";
import { IconLogout, IconLogout2, IconUser } from "@tabler/icons-react";
import { Link, useRouter } from "@tanstack/react-router";
import { session, type User } from "@/auth/session";
import { toastProblem } from "@/kit/toast";
import styles from "./TopBar.module.css";

interface Props {
  readonly user: User;
}

/** The account's menu. */
export function UserMenu({ user }: Props) {
  const router = useRouter();
  const leave = (how: () => Promise<void>) => () => {
    how().then(() => router.navigate({ to: "/" }), toastProblem);
  };
  return (
    <Menu position="bottom-end" width={248} withinPortal shadow="md">
      <Menu.Target>
        <UnstyledButton aria-label={`Account of ${user.name}`} className={styles.avatar}>
          <Avatar size={32} radius="xl" name={user.name} color="accent" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{user.name}</strong>
          <span>{user.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUser size={16} aria-hidden />} component={Link} to="/account">
          Account
        </Menu.Item>
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
