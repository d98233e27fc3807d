import { ConfirmButton } from "@/kit/ConfirmButton";
import { toast } from "@/kit/toast";
import { useBookingChanges } from "./useBookingChanges";

interface Props {
  readonly bookingId: string;
}

/** Gives held seats back before their time is up. */
export function GiveBackButton({ bookingId }: Props) {
  const { release } = useBookingChanges(bookingId);
  return (
    <ConfirmButton
      label="Give back"
      variant="subtle"
      question="Give the seats back?"
      consequence="They go to the next who wants them. Nothing was charged."
      confirm="Give back"
      onConfirm={async () => {
        await release();
        toast("The seats were given back.");
      }}
    />
  );
}
