import { asProblem } from "@/api/problem";

type Meaning = "good" | "info" | "warning" | "bad";

/** One message in the corner. */
export interface Toast {
  readonly id: number;
  readonly meaning: Meaning;
  readonly title: string;
  readonly text: string | undefined;
  readonly traceId: string | undefined;
}

const most = 4;
const lifeMs = 6000;
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function show(toast: Omit<Toast, "id">): void {
  lastId += 1;
  set([...toasts, { ...toast, id: lastId }].slice(-most));
}

/** A short word in the corner that something is done; it goes by itself. */
export function toast(title: string, meaning: "good" | "info" | "warning" = "good"): void {
  show({ meaning, title, text: undefined, traceId: undefined });
  const id = lastId;
  setTimeout(() => closeToast(id), lifeMs);
}

/** Says in the corner that something failed; it stays until closed. */
export function toastProblem(error: unknown): void {
  const { title, detail, traceId } = asProblem(error);
  show({ meaning: "bad", title, text: detail === title ? undefined : detail, traceId });
}

export function closeToast(id: number): void {
  set(toasts.filter((each) => each.id !== id));
}

/** What is shown now, for `useSyncExternalStore`. */
export const toastStore = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  now: (): readonly Toast[] => toasts,
};
