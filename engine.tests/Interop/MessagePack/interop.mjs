// Decodes and encodes MessagePack with @msgpack/msgpack.
//   node interop.mjs echo     stdin: a document a line, base64; stdout: its canonical text, a tab, it encoded again
//   node interop.mjs samples  stdout: documents of every kind made here, in the same two columns
import { createInterface } from 'node:readline';
import {
  decode, encode, ExtData, ExtensionCodec, EXT_TIMESTAMP, decodeTimestampToTimeSpec, encodeTimeSpecToTimestamp,
} from '@msgpack/msgpack';

class Instant {
  constructor(sec, nsec) { this.sec = sec; this.nsec = nsec; }
}

const extensionCodec = new ExtensionCodec();
extensionCodec.register({
  type: EXT_TIMESTAMP,
  encode: (value) => (value instanceof Instant ? encodeTimeSpecToTimestamp(value) : null),
  decode: (data) => { const { sec, nsec } = decodeTimestampToTimeSpec(data); return new Instant(sec, nsec); },
});
const options = { extensionCodec, useBigInt64: true };

const hex = (bytes) => Buffer.from(bytes).toString('hex');

function number(value) {
  if (Number.isInteger(value)) return BigInt(value).toString();
  if (Number.isNaN(value)) return 'nan';
  const bits = Buffer.alloc(8);
  bits.writeDoubleBE(value);
  return `f${hex(bits)}`;
}

function canonical(value) {
  if (value === null) return 'nil';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return `s${hex(Buffer.from(value))}`;
  if (value instanceof Uint8Array) return `b${hex(value)}`;
  if (value instanceof Instant) return `t${value.sec}.${value.nsec}`;
  if (value instanceof ExtData) return `x${value.type}:${hex(value.data)}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(' ')}]`;
  return `{${Object.entries(value).map(([key, item]) => `${canonical(key)} ${canonical(item)}`).join(' ')}}`;
}

function print(value) {
  console.log(`${canonical(value)}\t${Buffer.from(encode(value, options)).toString('base64')}`);
}

function* samples() {
  yield* [null, true, false, 0.1, -1.5, 1e300, NaN, Infinity, -Infinity, Number.MIN_VALUE];
  for (const bits of [5, 7, 8, 15, 16, 31, 32, 52]) {
    for (const near of [-1, 0, 1]) yield* [2 ** bits + near, -(2 ** bits) + near];
  }
  yield* [2n ** 63n - 1n, -(2n ** 63n), 2n ** 64n - 1n, 5n];
  for (const length of [0, 1, 15, 16, 31, 32, 255, 256, 65535, 65536]) {
    yield* ['x'.repeat(length), '€'.repeat(length), new Uint8Array(length), Array(length).fill(null)];
    yield Object.fromEntries(Array.from({ length }, (_, index) => [`key${index}`, index]));
    yield new ExtData(42, new Uint8Array(length).fill(7));
  }
  yield* ['', '😀 ünïcode \u0000', { nested: [{ deep: [[[]], {}] }] }];
  yield* [new Instant(0, 0), new Instant(2 ** 32 - 1, 0), new Instant(2 ** 34 - 1, 999999999)];
  yield* [new Instant(2 ** 34, 1), new Instant(-1, 999999999)];
}

if (process.argv[2] === 'samples') {
  for (const value of samples()) print(value);
} else {
  for await (const line of createInterface({ input: process.stdin })) {
    print(decode(Buffer.from(line, 'base64'), options));
  }
}
