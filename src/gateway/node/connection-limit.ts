/** Connections, counted by the address at their other end: whoever opens a thousand and sends nothing keeps no other out. */
import type { Server } from 'node:net';
import { addressGroup } from '../address-group.ts';

/**
 * @param atMost  connections of one address, or of one network of IPv6; those above are closed at once
 * @param onRefused  told of an address once, and again when all its connections were closed meanwhile
 */
export function limitConnections(server: Server, atMost: number, onRefused: (address: string) => void): void {
  const open = new Map<string, number>();
  const told = new Set<string>();
  server.on('connection', (socket) => {
    const address = addressGroup(socket.remoteAddress ?? 'unknown');
    const count = open.get(address) ?? 0;
    if (count >= atMost) {
      socket.destroy();
      if (!told.has(address)) onRefused(address);
      told.add(address);
      return;
    }
    open.set(address, count + 1);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else {
        open.delete(address);
        told.delete(address);
      }
    });
  });
}
