/**
 * The words of a name, in lower case: `dbPassword` → db, password; `X_API_KEY` → x, api, key; `x-auth-token` → x, auth, token.
 * Names written without any border (`apikey`, `authtoken`) are split where the pair is well known.
 */
export function splitWords(name: string): string[] {
  const spaced = name
    .replace(/OAuth/g, 'Oauth')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  const words: string[] = [];
  for (const word of spaced.split(/[^A-Za-z0-9]+/)) {
    if (word !== '') words.push(...splitJoined(word.toLowerCase()));
  }
  return words;
}

/** First halves of pairs that people write as one word, and the second halves they are written with. */
const JOINED =
  /^(api|app|auth|access|refresh|bearer|session|client|secret|private|public|jwt|db|database|user|admin|root|smtp|mail|mysql|postgres|pg|redis|mongo|mongodb|cookie|signing|encryption|webhook|bot|id|my|super|master)(key|secret|token|password|passwd|pass|pwd)$/;

function splitJoined(word: string): string[] {
  const match = JOINED.exec(word);
  return match === null ? [word] : [match[1]!, match[2]!];
}
