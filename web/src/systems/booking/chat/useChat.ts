import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, type Schemas, take } from "@/api/client";

export type ChatAnswer = Schemas["ChatbotAnswer"];

/** A question with its answer, once it is there. */
export interface Exchange {
  readonly id: number;
  readonly question: string;
  readonly answer?: ChatAnswer;
  readonly problem?: Error;
}

/** A conversation: each question goes on from the answer before. It lives as long as the panel. */
export function useChat() {
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  const ask = useMutation({
    mutationFn: ({ message, conversation }: { message: string; conversation: string | undefined }) =>
      take(
        api.POST("/booking/api/chatbot/query", {
          body: conversation === undefined ? { message } : { message, conversation },
        }),
      ),
  });
  const send = (question: string) => {
    const id = exchanges.length;
    const conversation = exchanges.findLast((each) => each.answer !== undefined)?.answer?.conversation;
    const end = (rest: Partial<Exchange>) =>
      setExchanges((all) => all.map((each) => (each.id === id ? { ...each, ...rest } : each)));
    setExchanges((all) => [...all, { id, question }]);
    ask.mutate(
      { message: question, conversation },
      { onSuccess: (answer) => end({ answer }), onError: (problem) => end({ problem }) },
    );
  };
  return { exchanges, send, isBusy: ask.isPending };
}
