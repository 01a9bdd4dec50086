import {
  placeholderOpenings,
  placeholderValues,
  placeholderWordInside,
  weakPhraseFillers,
  weakPhraseMarks,
  weakPhraseNouns,
  weakValues,
} from './placeholder-words.js';

/** `<token>`, `{{token}}`, `${TOKEN}`, `$TOKEN`, `%TOKEN%`, `[token]`, `__TOKEN__`: a slot for somebody or something to fill. */
const SLOT = /^(?:<[^<>]*>|\{\{?[^{}]*\}?\}|\$\{[^{}]*\}|\$[A-Z][A-Z0-9_]*|%[^%]+%|\[[^[\]]*\]|__[A-Z0-9_]+__)$/;

/** Longer texts stand for nothing but themselves. */
const LONGEST = 1024;

/** Runs of masking characters: `xxx`, `***`, `...`, `---`, `•••`. */
const MASK = /^[xX]{3,}|[xX]{4,}|\*{3,}|#{3,}|[•…]|\.{3,}/;

/**
 * Whether a value surely stands for a secret that is not there: `changeme`, `your-api-key`, `<token>`, `${…}`, `xxxx`, `****`, one
 * character repeated, a UUID of zeros. Poor secrets such as `secret` or `keyboard cat` are no placeholders: see {@link isWeakLiteral}.
 */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  if (text === '' || text.length > LONGEST) return false;
  return (
    SLOT.test(text) ||
    placeholderValues.has(withoutSeparators(text)) ||
    placeholderOpenings.test(withHumpsSplit(text)) ||
    placeholderWordInside.test(text) ||
    MASK.test(text) ||
    isOneCharacter(text)
  );
}

/**
 * Whether what follows a provider's prefix was never handed out: a documented sample (AWS's `…EXAMPLE`), a mask, or nearly the same
 * character all the way.
 */
export function isPlaceholderToken(token: string): boolean {
  if (isPlaceholder(token) || /^(?:password|pass|pwd|secret)$|EXAMPLE|example|YOUR|your[-_]|[xX]{4,}/.test(token))
    return true;
  const body = token.slice(-16);
  return body.length === 16 && new Set(body.toLowerCase()).size <= 3;
}

/**
 * Whether a value is a word or a run that nobody should take for a secret, yet that is one where it stands in a secret's place:
 * `secret`, `keyboard cat`, `shhhhh`, `dev-secret`, `abc123`, `12345678`.
 */
export function isWeakLiteral(value: string): boolean {
  const text = value.trim();
  if (text.length > LONGEST) return false;
  return (
    weakValues.has(withoutSeparators(text).replace(/[\d!]+$/, '')) ||
    /^s+h{2,}!*$/i.test(text) ||
    isWeakPhrase(text) ||
    isSequence(text)
  );
}

/** `my-super-secret-key`, `devSecret`, `this is a secret`: words of the trade and nothing else, one of them marking it as made up. */
export function isWeakPhrase(value: string): boolean {
  const words = phraseWords(value);
  if (words.length < 2 || !words.some((word) => weakPhraseNouns.has(word))) return false;
  const marked = words.some((word) => weakPhraseMarks.has(word)) || /\b(?:this|not)\b.*\bsecret\b/i.test(value);
  return (
    marked &&
    words.every((word) => weakPhraseNouns.has(word) || weakPhraseMarks.has(word) || weakPhraseFillers.has(word))
  );
}

/** Keyboard and counting runs: `123456`, `abc123`, `abcdef`, `0123456789abcdef` cut anywhere. */
export function isSequence(value: string): boolean {
  const text = value.toLowerCase();
  if (text.length < 3) return false;
  return (
    ['01234567890', '98765432109', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop'].some((run) => run.includes(text)) ||
    /^abc(?:d(?:e(?:f)?)?)?[-_]?123(?:4(?:5(?:6)?)?)?$/.test(text)
  );
}

/** Longest first, so that `secrets` is not read as `secret` and a rest. */
const PHRASE_WORDS = [...weakPhraseNouns, ...weakPhraseMarks, ...weakPhraseFillers].sort((a, b) => b.length - a.length);

const GLUED = new RegExp(`^(?:${PHRASE_WORDS.join('|')}){2,}$`);
const EACH_WORD = new RegExp(PHRASE_WORDS.join('|'), 'g');

/** The words of a phrase, those of a run such as `mysupersecretkey` too. */
function phraseWords(value: string): string[] {
  const spaced = value.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced
    .replace(/[\d!]+$/, '')
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .flatMap((word) => (GLUED.test(word) ? (word.match(EACH_WORD) ?? [word]) : [word]));
}

function withHumpsSplit(text: string): string {
  return text.replace(/([a-z])([A-Z])/g, '$1-$2');
}

function withoutSeparators(text: string): string {
  return text.toLowerCase().replace(/[\s_.:-]+/g, '');
}

function isOneCharacter(text: string): boolean {
  const characters = new Set(text.replace(/[-_]/g, ''));
  return text.length >= 3 && characters.size <= 1;
}
