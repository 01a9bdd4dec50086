import type { Look } from './words.js';

/** Shapes that are told apart without their colours. */
const PATHS: Readonly<Record<Look, string>> = {
  yes: 'M3.5 8.5l3 3 6-7',
  finding: 'M4.5 4.5l7 7m0-7l-7 7',
  no: 'M4 8h8',
  unknown: 'M5.8 6.2a2.2 2.2 0 1 1 3.3 1.9c-.8.5-1.1.9-1.1 1.7M8 12.2v.1',
  na: 'M8 8v.01',
};

export const Icon = ({ look }: { readonly look: Look }) => (
  <svg class={`icon icon-${look}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path d={PATHS[look]} />
  </svg>
);
