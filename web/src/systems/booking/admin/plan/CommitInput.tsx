import { TextInput, type TextInputProps } from "@mantine/core";
import { useEffect, useState } from "react";

interface Props extends Omit<TextInputProps, "value" | "onChange" | "error"> {
  readonly value: string;
  /** Called with what was typed on Enter or when the field is left; false refuses it. */
  readonly onCommit: (value: string) => boolean;
  readonly error?: string | undefined;
}

/** A field whose text takes effect when it is finished; Escape takes it back. */
export function CommitInput({ value, onCommit, error, ...input }: Props) {
  const [typed, setTyped] = useState(value);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => setTyped(value), [value]);
  const commit = () => {
    if (typed !== value) setRefused(!onCommit(typed));
  };
  return (
    <TextInput
      size="xs"
      autoComplete="off"
      {...input}
      value={typed}
      error={isRefused || error !== undefined}
      title={error}
      onChange={(event) => {
        setRefused(false);
        setTyped(event.currentTarget.value);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          event.preventDefault();
          commit();
        } else if (event.key === "Escape") {
          event.stopPropagation();
          setRefused(false);
          setTyped(value);
        }
      }}
    />
  );
}
