// npm ws: every message to every open socket, the frame of a broadcast made once for all. Run by: node ws.mjs PORT
import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { answer } from "./settle.mjs";

const room = new Set();
const server = createServer(answer);
new WebSocketServer({ server, path: "/ws", perMessageDeflate: false }).on("connection", (socket) => {
  socket.on("message", (data) => {
    const text = data.toString();
    if (text === "join") {
      room.add(socket);
      socket.send("joined");
      return;
    }
    for (const one of room) one.send(text);
  });
  socket.on("close", () => room.delete(socket));
  socket.on("error", () => room.delete(socket));
});
server.listen(Number(process.argv[2]), "127.0.0.1", 4096);
