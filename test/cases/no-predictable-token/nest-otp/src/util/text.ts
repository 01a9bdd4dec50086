export const shortCode = (digits: number): string =>
  Array.from({ length: digits }, () => Math.floor(Math.random() * 10)).join('');
