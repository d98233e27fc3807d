import { ConfirmButton } from "@/kit/ConfirmButton";
import { leaveList } from "./waitQueries";

interface Props {
  readonly showtimeId: string;
  readonly variant?: "default" | "subtle";
  readonly onLeft: () => void;
}

/** Gives one's place in a waiting list up. */
export function LeaveList({ showtimeId, variant = "default", onLeft }: Props) {
  return (
    <ConfirmButton
      label="Leave the list"
      variant={variant}
      question="Stop waiting?"
      consequence="Your place goes to the next. You can join again, at the end."
      confirm="Stop waiting"
      onConfirm={async () => {
        await leaveList(showtimeId);
        onLeft();
      }}
    />
  );
}
