/** Whether the chat is open, and what the page it was opened on suggests to ask. */
export interface ChatState {
  readonly isOpen: boolean;
  readonly openers: readonly string[];
}

type Listener = () => void;

/** The one chat of booking: pages open it, wherever it is drawn. */
class ChatDesk {
  #state: ChatState = { isOpen: false, openers: [] };
  #opener: HTMLElement | undefined;
  readonly #listeners = new Set<Listener>();

  get state(): ChatState {
    return this.#state;
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Opens it; `opener` gets the focus back. */
  open(openers: readonly string[], opener: HTMLElement | null): void {
    this.#opener = opener ?? undefined;
    this.#set({ isOpen: true, openers });
  }

  readonly close = (): void => {
    this.#set({ ...this.#state, isOpen: false });
    // The panel arrives open the first time and so does not know where the focus was.
    this.#opener?.focus();
    this.#opener = undefined;
  };

  #set(state: ChatState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

export const chatDesk = new ChatDesk();
