import { notifications } from "@mantine/notifications";
import { asProblem } from "@/api/problem";

/** A short word in the corner that something is done. */
export function toast(message: string, meaning: "good" | "info" | "warning" = "good"): void {
  notifications.show({
    message,
    color: meaning === "good" ? "green" : meaning === "info" ? "blue" : "yellow",
  });
}

/** Says in the corner that something failed; it stays until closed. */
export function toastProblem(error: unknown): void {
  const { title, detail, traceId } = asProblem(error);
  const trace = traceId === undefined ? "" : ` (trace ${traceId})`;
  notifications.show({
    title,
    message: `${detail === undefined || detail === title ? "" : detail}${trace}`,
    color: "red",
    autoClose: false,
    role: "alert",
  });
}
