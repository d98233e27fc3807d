// socket.io, WebSocket transport only. Run by: node socketio.mjs PORT
import { createServer } from "node:http";
import { Server } from "socket.io";
import { answer } from "./settle.mjs";

const server = createServer(answer);
const io = new Server(server, { transports: ["websocket"], pingInterval: 600_000, serveClient: false });
io.on("connection", (socket) => {
  socket.on("join", (done) => {
    socket.join("room");
    done();
  });
  socket.on("pub", (text) => io.to("room").emit("m", text));
});
server.listen(Number(process.argv[2]), "127.0.0.1", 4096);
