/**
 * A list may be longer than what a browser scrolls (some end at 17.8 million pixels, and positions are exact only to
 * about 8). So the scroll bar stands for a longer, virtual one: at both ends pixel for pixel, in between stretched.
 */
export interface LongScroll {
  /** The height that is really scrolled. */
  readonly height: number;
  /** The height all rows would have. */
  readonly whole: number;
  /** How much of it is in view. */
  readonly view: number;
  /** How far from each end a pixel is a pixel. */
  readonly edge: number;
}

const mostPx = 4_000_000;
const edgePx = 1_000_000;

/** How a list of rows of one height lies on its scroll bar. */
export function longScrollOf(count: number, rowHeight: number, view: number): LongScroll {
  const whole = count * rowHeight;
  return whole <= mostPx
    ? { height: whole, whole, view, edge: whole }
    : { height: mostPx, whole, view, edge: edgePx };
}

/** Whether the scroll bar stands for more than it is. */
export const isStretched = ({ height, whole }: LongScroll) => whole > height;

/** Where in the whole list one is when the scroll bar says so. */
export function wholeTopOf(scroll: LongScroll, top: number): number {
  const { height, whole, view, edge } = scroll;
  const last = Math.max(0, height - view);
  const at = Math.min(Math.max(0, top), last);
  if (!isStretched(scroll) || at <= edge) return at;
  if (at >= last - edge) return whole - view - (last - at);
  return edge + ((at - edge) * (whole - view - 2 * edge)) / (last - 2 * edge);
}

/** What the scroll bar has to say for a place in the whole list: the other way round, in whole pixels. */
export function barTopOf(scroll: LongScroll, wholeTop: number): number {
  const { height, whole, view, edge } = scroll;
  const last = Math.max(0, height - view);
  const end = Math.max(0, whole - view);
  const at = Math.min(Math.max(0, wholeTop), end);
  if (!isStretched(scroll) || at <= edge) return Math.round(at);
  if (at >= end - edge) return Math.round(last - (end - at));
  return Math.round(edge + ((at - edge) * (last - 2 * edge)) / (end - 2 * edge));
}

/** Where one is: on the scroll bar, and by how much the whole list is ahead of it. */
export interface Place {
  readonly top: number;
  readonly ahead: number;
}

/**
 * The scroll bar moved. Less than what is in view is somebody who reads on: the rows move by as many pixels. More is a
 * jump, and goes where the scroll bar points.
 */
export function scrolled(scroll: LongScroll, before: Place, top: number): Place {
  if (!isStretched(scroll)) return { top, ahead: 0 };
  if (Math.abs(top - before.top) > scroll.view)
    return { top, ahead: Math.round(wholeTopOf(scroll, top)) - top };
  const end = scroll.whole - scroll.view;
  return { top, ahead: Math.min(Math.max(0, top + before.ahead), end) - top };
}

/** The same place with the scroll bar where it belongs, for a moment when nobody scrolls. */
export function settled(scroll: LongScroll, { top, ahead }: Place): Place {
  const bar = barTopOf(scroll, top + ahead);
  return { top: bar, ahead: top + ahead - bar };
}

/** The place that has a row at the top, or in the middle, of what is in view. */
export function placeOfRow(
  scroll: LongScroll,
  row: { readonly index: number; readonly height: number; readonly isCentred?: boolean },
): Place {
  const room = row.isCentred === true ? Math.max(0, (scroll.view - row.height) / 2) : 0;
  const end = Math.max(0, scroll.whole - scroll.view);
  const wholeTop = Math.min(Math.max(0, Math.round(row.index * row.height - room)), end);
  const top = barTopOf(scroll, wholeTop);
  return { top, ahead: wholeTop - top };
}
