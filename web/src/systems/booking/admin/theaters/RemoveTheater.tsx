import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, done } from "@/api/client";
import { tagOf } from "@/api/revision";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { toast } from "@/kit/toast";
import type { Theater } from "./theater";

interface Props {
  readonly theater: Theater;
  readonly onRemoved: () => void;
}

/** Takes a theater out of the catalogue. */
export function RemoveTheater({ theater, onRemoved }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = async () => {
    await done(
      api.DELETE("/booking/api/theaters/{theater_id}", {
        params: { path: { theater_id: theater.id }, header: { "If-Match": tagOf(theater.revision) } },
      }),
    );
    onRemoved();
    toast(`“${theater.name}” is removed.`);
    await navigate({ to: "/booking/admin/theaters" });
    await client.invalidateQueries({ queryKey: ["booking"] });
  };
  return (
    <ConfirmButton
      label="Delete"
      question={`Delete “${theater.name}”?`}
      consequence="The theater and its plan disappear for good. A theater that showtimes refer to stays."
      confirm="Delete the theater"
      onConfirm={remove}
    />
  );
}
