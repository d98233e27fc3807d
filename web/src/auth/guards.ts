import { redirect } from "@tanstack/react-router";
import { Forbidden } from "./Forbidden";
import { session, type User } from "./session";

interface Place {
  readonly location: { readonly href: string };
}

/** For a route's `beforeLoad`: only somebody signed in goes on; others sign in first and come back. */
export async function requireUser({ location }: Place): Promise<{ user: User }> {
  const state = await session.restore();
  if (state.status === "user") return { user: state.user };
  throw redirect({ to: "/sign-in", search: { back: location.href } });
}

/** For a route's `beforeLoad`: only administrators go on; others are told so. */
export async function requireAdmin(place: Place): Promise<{ user: User }> {
  const { user } = await requireUser(place);
  if (user.role !== "admin") throw new Forbidden();
  return { user };
}
