/**
 * Where to go after signing in. Only a path of this app: an address from outside must not send anybody elsewhere.
 */
export function returnTo(back: string | undefined): string {
  if (back === undefined || !back.startsWith("/") || back.startsWith("//") || back.includes("\\")) return "/";
  return back.startsWith("/sign-in") || back.startsWith("/register") ? "/" : back;
}
