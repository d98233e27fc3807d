import { IconLock } from "@tabler/icons-react";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import { Forbidden } from "@/auth/Forbidden";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { LinkButton } from "@/kit/LinkButton";
import { Page } from "@/kit/Page";
import { NotFoundPage } from "./NotFoundPage";

/** Stands in a page's place when it failed; the rest of the app goes on. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  if (error instanceof Forbidden) {
    return (
      <Page title="Not allowed">
        <EmptyState
          isPage
          icon={IconLock}
          title="This page is for administrators"
          text="You are signed in, but your account may not see it."
          action={<LinkButton to="/">Go home</LinkButton>}
        />
      </Page>
    );
  }

  const problem = asProblem(error);
  if (problem.status === 404) return <NotFoundPage />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title="Something went wrong">
      <ErrorState problem={problem} onRetry={retry} />
    </Page>
  );
}
