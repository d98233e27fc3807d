import { useRouterState } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useSession } from "@/auth/useSession";
import { LinkButton } from "@/kit/LinkButton";
import styles from "./TopBar.module.css";

const UserMenu = lazy(() => import("./UserMenu").then((module) => ({ default: module.UserMenu })));

/** Who is signed in and the ways out, or the way in. */
export function AccountMenu() {
  const state = useSession();
  const { href, pathname } = useRouterState({ select: (router) => router.location });
  const placeholder = <span className={styles.nobody} aria-hidden />;
  if (state.status === "restoring") return placeholder;
  if (state.status === "guest") {
    const back = pathname === "/sign-in" || pathname === "/register" ? undefined : href;
    return (
      <LinkButton to="/sign-in" search={{ back }} size="xs" variant="light">
        Sign in
      </LinkButton>
    );
  }

  return (
    <Suspense fallback={placeholder}>
      <UserMenu user={state.user} />
    </Suspense>
  );
}
