import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { askChatbot, type ChatAnswer } from "./askChatbot";

export type { ChatAnswer };

/** A question with its answer, once it is there. */
export interface Exchange {
  readonly id: number;
  readonly question: string;
  /** What there is of the answer while it is on the way. */
  readonly words?: string;
  readonly answer?: ChatAnswer;
  readonly problem?: Error;
}

interface Asked {
  readonly message: string;
  readonly conversation: string | undefined;
  readonly onWords: (words: string) => void;
}

/** A conversation: each question goes on from the answer before. It lives as long as the panel. */
export function useChat() {
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  const ask = useMutation({
    mutationFn: ({ message, conversation, onWords }: Asked) =>
      askChatbot(conversation === undefined ? { message } : { message, conversation }, onWords),
  });
  const send = (question: string) => {
    const id = exchanges.length;
    const conversation = exchanges.findLast((each) => each.answer !== undefined)?.answer?.conversation;
    const end = (rest: Partial<Exchange>) =>
      setExchanges((all) => all.map((each) => (each.id === id ? { ...each, ...rest } : each)));
    const onWords = (words: string) =>
      setExchanges((all) =>
        all.map((each) => (each.id === id ? { ...each, words: (each.words ?? "") + words } : each)),
      );
    setExchanges((all) => [...all, { id, question }]);
    ask.mutate(
      { message: question, conversation, onWords },
      { onSuccess: (answer) => end({ answer }), onError: (problem) => end({ problem }) },
    );
  };
  return { exchanges, send, isBusy: ask.isPending };
}
