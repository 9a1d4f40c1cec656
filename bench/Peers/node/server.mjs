// What both peers in Node share: POST /rooms/{name} and POST /users/{name} hand a message to whoever sends it.
import { createServer } from 'node:http';

/** Answers the POSTs; `send(kind, name, text)` delivers. */
export function createPeer(send) {
  return createServer((request, response) => {
    const [, kind, name] = request.url.split('/');
    if (request.method !== 'POST' || (kind !== 'rooms' && kind !== 'users')) {
      response.writeHead(404).end();
      return;
    }
    let body = '';
    request.setEncoding('utf8');
    request.on('data', part => { body += part; });
    request.on('end', () => {
      send(kind, decodeURIComponent(name), body);
      response.writeHead(202).end();
    });
  });
}

/** Listens on this machine, on the port that the command line names. */
export function listen(server) {
  server.listen(Number(process.argv[2]), '127.0.0.1', 4096);
}
