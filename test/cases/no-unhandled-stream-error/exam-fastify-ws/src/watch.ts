import type { EventEmitter } from 'node:events';

export function watch(emitter: EventEmitter): void {
  emitter.on('error', (error) => console.error('lost a connection', error));
}
