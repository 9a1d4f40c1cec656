// The `ws` library as its own guide uses it: a set of sockets for each room, and one send for each receiver.
import { WebSocketServer } from 'ws';
import { createPeer, listen } from './server.mjs';

const groups = { rooms: new Map(), users: new Map() };
const server = createPeer((kind, name, text) => {
  for (const socket of groups[kind].get(name) ?? []) socket.send(text);
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });

function enter(kind, name, socket) {
  const group = groups[kind].get(name) ?? new Set();
  groups[kind].set(name, group.add(socket));
  socket.on('close', () => {
    group.delete(socket);
    if (group.size === 0) groups[kind].delete(name);
  });
}

sockets.on('connection', (socket, request) => {
  enter('users', new URL(request.url, 'http://peer').searchParams.get('user'), socket);
  socket.on('error', () => socket.terminate());
  socket.on('message', room => {
    enter('rooms', room.toString(), socket);
    socket.send('joined');
  });
  socket.isAlive = true;
  socket.on('pong', () => { socket.isAlive = true; });
  socket.send('connected');
});
setInterval(() => {
  for (const socket of sockets.clients) {
    if (!socket.isAlive) {
      socket.terminate();
      continue;
    }
    socket.isAlive = false;
    socket.ping();
  }
}, 30_000);
listen(server);
