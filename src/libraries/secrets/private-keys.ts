import { isPlaceholder } from './placeholders.js';

/** A private key written out in a text; `start` and `end` span its armour. */
export interface PrivateKeyBlock {
  /** As the armour says it: `RSA private key`, `OpenSSH private key`, `PGP private key`, `private key`. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** The armour of RFC 7468 (PEM), of OpenSSH and of RFC 9580 (OpenPGP). */
const ARMOUR =
  /-----BEGIN ((?:[A-Z0-9]+ )*)PRIVATE KEY(?: BLOCK)?-----([\s\S]*?)(?:-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|$)/g;

/** The shortest real body, an Ed25519 key in PKCS#8, has 64 characters of base64; half of that leaves room for a cut one. */
const SHORTEST_BODY = 32;

const KINDS: Readonly<Record<string, string>> = {
  RSA: 'RSA private key',
  EC: 'EC private key',
  DSA: 'DSA private key',
  OPENSSH: 'OpenSSH private key',
  PGP: 'PGP private key',
  ENCRYPTED: 'encrypted private key',
};

/** The first private key in a text that has a real body: not the header alone, a placeholder, a mask or a template's hole. */
export function findPrivateKeyBlock(text: string): PrivateKeyBlock | null {
  if (!text.includes('PRIVATE KEY')) return null;
  for (const match of text.matchAll(ARMOUR)) {
    if (!hasKeyBody(match[2]!)) continue;
    const kind = KINDS[match[1]!.trim()] ?? 'private key';
    return { kind, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function hasKeyBody(body: string): boolean {
  if (body.includes('${') || /\.{3}|…|<|\*{3}/.test(body)) return false;
  const lines = body
    .replace(/\\r|\\n/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[A-Za-z-]+:/.test(line) && !/^[A-F0-9]{32}$/.test(line));
  const base64 = lines.join('');
  return (
    base64.length >= SHORTEST_BODY &&
    /^[A-Za-z0-9+/=\s"']+$/.test(base64) &&
    new Set(base64).size >= 12 &&
    !isPlaceholder(base64.slice(0, 24))
  );
}
