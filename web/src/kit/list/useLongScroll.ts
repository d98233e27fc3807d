import { useElementSize, useMergedRef } from "@mantine/hooks";
import { type RefCallback, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { longScrollOf, type Place, placeOfRow, scrolled, settled } from "./longScroll";

interface Options {
  readonly count: number;
  readonly rowHeight: number;
  /** What stands above the rows within the scroller, and stays there, in pixels. */
  readonly headHeight: number;
}

/** Which rows are in view, and where they lie. */
export interface LongList {
  readonly ref: RefCallback<HTMLElement>;
  /** The rows to draw, some more than are seen. */
  readonly first: number;
  readonly last: number;
  /** The height of the rows' place. */
  readonly height: number;
  /** What is taken off `index * rowHeight` to have a row's place; when it changes, nothing has moved. */
  readonly ahead: number;
  readonly onScroll: () => void;
  /** Goes to a row; to the middle of the view where it is said. */
  readonly show: (index: number, isCentred?: boolean) => void;
  /** Goes as little as is needed for the row to be seen. */
  readonly reach: (index: number) => void;
}

const overscan = 8;
const restMs = 160;
/** Until the size is known, and where there is no layout. */
const usualView = 640;

/** Windows over a list of any length: rows of one height, of which only those in view exist. */
export function useLongScroll({ count, rowHeight, headHeight }: Options): LongList {
  const size = useElementSize<HTMLElement>();
  const scroller = useRef<HTMLElement>(null);
  const ref = useMergedRef<HTMLElement>(scroller, size.ref);
  const view = Math.max(1, (size.height > 0 ? size.height : usualView) - headHeight);
  const scroll = useMemo(() => longScrollOf(count, rowHeight, view), [count, rowHeight, view]);
  const [place, setPlace] = useState<Place>({ top: 0, ahead: 0 });
  const now = useRef(place);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);

  const go = useCallback((next: Place) => {
    now.current = next;
    setPlace(next);
    if (scroller.current !== null && scroller.current.scrollTop !== next.top)
      scroller.current.scrollTop = next.top;
  }, []);

  const onScroll = useCallback(() => {
    const top = scroller.current?.scrollTop ?? 0;
    if (top === now.current.top) return;
    const next = scrolled(scroll, now.current, top);
    now.current = next;
    setPlace(next);
    clearTimeout(rest.current);
    const isAtEnd = top <= 0 || top >= scroll.height - scroll.view;
    // At an end of the scroll bar that is none of the list it has to go on at once.
    rest.current = setTimeout(() => go(settled(scroll, now.current)), isAtEnd ? 0 : restMs);
  }, [scroll, go]);
  useEffect(() => () => clearTimeout(rest.current), []);

  // A list that became shorter, or a window that became larger.
  useEffect(() => {
    const end = Math.max(0, scroll.whole - scroll.view);
    if (now.current.top + now.current.ahead > end)
      go(placeOfRow(scroll, { index: count, height: rowHeight }));
  }, [scroll, count, rowHeight, go]);

  const show = useCallback(
    (index: number, isCentred = false) => go(placeOfRow(scroll, { index, height: rowHeight, isCentred })),
    [scroll, rowHeight, go],
  );
  const reach = useCallback(
    (index: number) => {
      const at = now.current.top + now.current.ahead;
      const top = index * rowHeight;
      if (top < at) show(index);
      else if (top + rowHeight > at + scroll.view) {
        go(placeOfRow(scroll, { index: index + 1 - scroll.view / rowHeight, height: rowHeight }));
      }
    },
    [scroll, rowHeight, show, go],
  );

  const at = place.top + place.ahead;
  return {
    ref,
    first: Math.max(0, Math.min(Math.floor(at / rowHeight) - overscan, count - 1)),
    last: Math.min(count - 1, Math.ceil((at + view) / rowHeight) + overscan),
    height: scroll.height,
    ahead: place.ahead,
    onScroll,
    show,
    reach,
  };
}
