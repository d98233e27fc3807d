// Runs the web app's own client against a gateway that cuts it off and starts again, and prints what it went through.
import { readFileSync } from 'node:fs';
import { buildSync } from 'esbuild';
import WebSocket from 'ws';

const [, , url] = process.argv;
const source = readFileSync(0, 'utf8').trim();
const { outputFiles } = buildSync({
  entryPoints: [source], bundle: true, format: 'esm', platform: 'neutral', write: false,
});
const code = Buffer.from(outputFiles[0].text).toString('base64');
const { LiveClient } = await import(`data:text/javascript;base64,${code}`);

let connections = 0;
const client = new LiveClient({
  url,
  open: (address) => {
    connections++;
    const socket = new WebSocket(address);
    socket.on('error', () => {}); // "close" follows
    return socket;
  },
  ticket: async () => undefined,
});
const offsets = [];
client.listen('d', {
  onMessage: ({ offset, data }) => offsets.push(offset === data ? offset : `${offset} is not ${data}`),
  onRefused: (problem) => console.log(`refused ${problem.code}`),
});
async function until(holds) {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

await until(() => offsets.length >= 5);
console.log(`asked ${await client.ask('echo', 'one')}`);
console.log(`refused ${await client.ask('nothing', {}).catch((problem) => problem.code)}`);

// Sent away, told when to come back.
const before = connections;
console.log(`cut ${await client.ask('cut', 'now').catch((problem) => problem.code)}`);
await until(() => connections > before && client.status === 'open');

// The server starts again; what is asked meanwhile waits.
console.log(`restart ${await client.ask('restart', 'now').catch((problem) => problem.code)}`);
await until(() => client.status !== 'open');
console.log(`kept ${await client.ask('echo', 'kept', { isRepeatable: true, timeoutMs: 60_000 })}`);
const last = await client.ask('finish', 'now');
await until(() => offsets.at(-1) >= last);
const isWhole = offsets.every((offset, i) => offset === offsets[0] + i);
console.log(isWhole ? 'every message' : `holes: ${offsets.join(' ')}`);
process.exit(0);
