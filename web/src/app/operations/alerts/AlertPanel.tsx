import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/kit/ErrorState";
import { SidePanel } from "@/kit/list/SidePanel";
import { AlertDetail } from "./AlertDetail";
import { alertQuery } from "./alertQueries";

interface Props {
  /** The alert; undefined while none is open. */
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** All about an alert, beside the list. */
export function AlertPanel({ id, onClose }: Props) {
  const { data, error, refetch } = useQuery({ ...alertQuery(id ?? ""), enabled: id !== undefined });
  return (
    <SidePanel isOpen={id !== undefined} title={data?.title ?? "Alert"} onClose={onClose}>
      {data !== undefined ? (
        <AlertDetail key={data.id} alert={data} />
      ) : error !== null ? (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={240} aria-label="The alert is being read" />
      )}
    </SidePanel>
  );
}
