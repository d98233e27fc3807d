// Bun: uWebSockets' topics. Run by: bun bun.mjs PORT
const server = Bun.serve({
  port: Number(process.argv[2]),
  hostname: "127.0.0.1",
  fetch(request, server) {
    const path = new URL(request.url).pathname;
    if (path === "/ws") return server.upgrade(request) ? undefined : new Response("", { status: 400 });
    if (path === "/settle") Bun.gc(true);
    return new Response("0");
  },
  websocket: {
    message(socket, message) {
      if (message === "join") {
        socket.subscribe("room");
        socket.send("joined");
      } else {
        server.publish("room", message);
      }
    },
  },
});
