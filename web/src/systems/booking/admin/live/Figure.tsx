import type { ReactNode } from "react";

interface Props {
  readonly name: string;
  readonly value: ReactNode;
}

/** A number with its name. */
export function Figure({ name, value }: Props) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
