// Talks to a gateway with npm's ws, the client most Node programs use, and prints what it hears.
import WebSocket from 'ws';

const url = process.argv[2];
const large = 'compressible '.repeat(200);

function talk(options, wishes, answers) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, ['catalog.json'], options);
    const heard = [];
    socket.on('open', () => wishes.forEach((wish) => socket.send(JSON.stringify(wish))));
    socket.on('message', (data) => {
      const { event, id, data: value } = JSON.parse(data.toString());
      heard.push(`${event} ${id ?? '-'} ${typeof value === 'string' ? value.length : JSON.stringify(value)}`);
      if (heard.length === answers) socket.ping('alive');
    });
    socket.on('pong', (data) => {
      heard.push(`pong ${data}`);
      socket.close(1000, 'done');
    });
    socket.on('close', (code) => resolve([`extensions ${socket.extensions}`, ...heard, `close ${code}`]));
    socket.on('error', reject);
  });
}

const wishes = [
  { event: 'echo', id: 1, data: 'short' },
  { event: 'echo', id: 'two', data: large },
  { event: 'nothing', id: 3 },
];
for (const perMessageDeflate of [false, true]) {
  for (const line of await talk({ perMessageDeflate }, wishes, wishes.length)) console.log(line);
}
