export function note(reason: string): void {
  console.warn('reason: ' + reason);
}
