import { Checkbox, Select } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { HouseSeat } from "../../seatmap/House";
import { neighbour, stepOf } from "../../seatmap/neighbours";
import type { Picker } from "../usePicker";
import styles from "./SeatList.module.css";
import { SeatListRow } from "./SeatListRow";

interface Props {
  readonly picker: Picker;
  /** Stands above the filters. */
  readonly children?: ReactNode;
}

/** The house row by row, as buttons: everything the map can, without seeing it. */
export function SeatList({ picker, children }: Props) {
  const { house, lookOf } = picker;
  const [onlyFree, setOnlyFree] = useState(false);
  const [zone, setZone] = useState<string | null>(null);
  const [cursor, setCursor] = useState(house.seats[0]?.index ?? 0);
  const isMoving = useRef(false);
  const scroller = useRef<HTMLDivElement>(null);

  const rows = useMemo(
    () =>
      house.rows
        .map((row, rowIndex) => ({
          row,
          rowIndex,
          seats: row.seats.filter((seat) => {
            const look = lookOf(seat);
            const isOpen = look === "free" || look === "chosen" || look === "mine";
            return (!onlyFree || isOpen) && (zone === null || String(seat.zone) === zone);
          }),
        }))
        .filter((each) => each.seats.length > 0),
    [house, lookOf, onlyFree, zone],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 104,
    getItemKey: (index) => rows[index]?.rowIndex ?? index,
    overscan: 4,
  });
  const visible = rows.some(({ seats }) => seats.some(({ index }) => index === cursor));
  const entry = visible ? cursor : rows[0]?.seats[0]?.index;

  const go = (from: HouseSeat, event: KeyboardEvent) => {
    const step = stepOf(event.key, event.ctrlKey);
    if (step === undefined) return;
    event.preventDefault();
    const shown = new Set(rows.flatMap(({ seats }) => seats.map(({ index }) => index)));
    let to = from;
    // Seats that are filtered out are stepped over.
    for (let i = 0; i < house.seats.length; i++) {
      const next = neighbour(house, to, step);
      if (next === to) break;
      to = next;
      if (shown.has(to.index)) break;
    }
    if (!shown.has(to.index) || to === from) return;
    isMoving.current = true;
    setCursor(to.index);
    virtual.scrollToIndex(rows.findIndex(({ rowIndex }) => rowIndex === to.rowIndex));
  };

  useEffect(() => {
    if (!isMoving.current) return;
    const wanted = scroller.current?.querySelector<HTMLElement>(`[data-seat="${cursor}"]`);
    if (wanted == null) return;
    isMoving.current = false;
    wanted.focus();
  });

  const zones = house.zones.flatMap(({ name }, index) =>
    house.seats.some((seat) => seat.zone === index) ? [{ value: String(index), label: name }] : [],
  );
  return (
    <div className={styles.list}>
      {children}
      <div className={styles.filters}>
        <Checkbox
          label="Only free seats"
          checked={onlyFree}
          onChange={(event) => setOnlyFree(event.currentTarget.checked)}
        />
        <Select
          aria-label="Zone"
          placeholder="All zones"
          size="xs"
          clearable
          data={zones}
          value={zone}
          onChange={setZone}
        />
      </div>
      <div ref={scroller} className={styles.scroller}>
        {rows.length === 0 ? <p className={styles.none}>No seat is free here.</p> : null}
        <div
          role="grid"
          aria-label="Seats by row"
          aria-multiselectable
          aria-rowcount={rows.length}
          className={styles.rows}
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map((item) => {
            const each = rows[item.index];
            return each === undefined ? null : (
              <SeatListRow
                key={item.key}
                ref={virtual.measureElement}
                index={item.index}
                start={item.start}
                row={each.row}
                seats={each.seats}
                entry={entry}
                picker={picker}
                onKey={go}
                onFocus={setCursor}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
