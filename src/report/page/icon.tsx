import type { Look } from './words.js';

/** A mark told apart by its shape, which the style sheet draws: thousands of elements less than inline SVG. */
export const Icon = ({ look }: { readonly look: Look }) => <span class={`icon icon-${look}`} aria-hidden="true" />;
