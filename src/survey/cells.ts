import type { CollectedEndpoint } from './collected.js';
import type { Cell, EndpointEntry, Place, Practice } from './document.js';
import type { Located } from './findings.js';
import type { Range } from './place.js';
import type { Answer } from './practices/answer.js';
import { PRACTICES } from './practices/index.js';

/** Findings by absolute path, each with its index in the survey. */
export type FindingIndex = ReadonlyMap<string, readonly (Located & { readonly index: number })[]>;

export function indexFindings(findings: readonly Located[]): FindingIndex {
  const byFile = new Map<string, (Located & { readonly index: number })[]>();
  for (const [index, finding] of findings.entries())
    byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), { ...finding, index }]);
  return byFile;
}

/** The findings that begin inside a range. */
export const findingsIn = (range: Range, index: FindingIndex): readonly (Located & { readonly index: number })[] =>
  (index.get(range.file) ?? []).filter(({ offset }) => offset >= range.start && offset < range.end);

/** The findings on the way of a request: at the registration, in the handler, and in what it calls. */
export function findingsOnTheWay(endpoint: CollectedEndpoint, index: FindingIndex): readonly number[] {
  const { at, handler, reach } = endpoint;
  const found = new Set<number>();
  for (const range of [at, ...(handler.at ? [handler.at] : []), ...reach])
    for (const finding of findingsIn(range, index)) found.add(finding.index);
  return [...found].sort((a, b) => a - b);
}

/** What the model answers, and over it what the rules report. */
export function practicesOf(
  endpoint: CollectedEndpoint,
  onTheWay: readonly number[],
  all: readonly Located[],
  index: FindingIndex,
  shown: (range: Range) => Place,
): EndpointEntry['practices'] {
  const cells = Object.entries(PRACTICES).map(([practice, { rules, onlyWhereAsked }]): [string, Cell] => {
    const answer = endpoint.answers[practice as Practice];
    if (onlyWhereAsked && answer.state === 'na') return [practice, cellOf(answer, [], all, shown)];
    // A client without a time limit is reported where it is made, which no request passes.
    const atProof = answer.proof ? findingsIn(answer.proof, index).map((each) => each.index) : [];
    const own = [...new Set([...onTheWay, ...atProof])].filter((each) => rules.includes(all[each]!.rule));
    return [practice, cellOf(answer, own, all, shown)];
  });
  return Object.fromEntries(cells) as Record<Practice, Cell>;
}

export function cellOf(
  { state, why, proof }: Answer,
  findings: readonly number[],
  all: readonly Located[],
  shown: (range: Range) => Place,
): Cell {
  const [first] = findings;
  if (first === undefined) return { state, why, proof: proof && shown(proof), findings: [] };
  const said = state === 'no' ? why : all[first]!.entry.message;
  return { state: 'no', why: said, proof: state === 'no' && proof ? shown(proof) : null, findings };
}
