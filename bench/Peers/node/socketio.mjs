// Socket.IO with rooms, as its own guide has it; by WebSocket alone.
import { Server } from 'socket.io';
import { createPeer, listen } from './server.mjs';

const server = createPeer((kind, name, text) => io.to(`${kind}/${name}`).emit('room_message', JSON.parse(text)));
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false, pingInterval: 30_000, pingTimeout: 20_000 });

io.on('connection', socket => {
  socket.join(`users/${socket.handshake.query.user}`);
  socket.on('join', room => {
    socket.join(`rooms/${room}`);
    socket.emit('joined');
  });
});
listen(server);
