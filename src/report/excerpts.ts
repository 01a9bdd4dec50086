import type { Place, Survey } from '../survey/document.js';
import type { Excerpts } from './data.js';

/** Lines shown round a place, and of a long one from its beginning. */
const AROUND = 2;
const MOST_LINES = 16;
const MOST_CHARACTERS = 240;

/** The code that the page shows for each place of a survey. */
export function excerptsOf(survey: Survey, source: (file: string) => string | null): Excerpts {
  const wanted = new Map<string, Set<number>>();
  for (const { file, line, endLine } of allPlaces(survey)) {
    const lines = wanted.get(file) ?? new Set<number>();
    wanted.set(file, lines);
    for (let at = line - AROUND; at <= Math.min(endLine + AROUND, line + MOST_LINES); at++) if (at > 0) lines.add(at);
  }
  const excerpts: Record<string, [number, string][]> = {};
  for (const [file, lines] of wanted) {
    const text = source(file)?.split(/\r?\n/);
    if (!text) continue;
    excerpts[file] = [...lines]
      .sort((a, b) => a - b)
      .flatMap((line): [number, string][] => (line <= text.length ? [[line, cut(text[line - 1]!)]] : []));
  }
  return excerpts;
}

const cut = (line: string): string => (line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 1)}…` : line);

function* allPlaces(survey: Survey): Generator<Place> {
  for (const { place } of survey.findings) yield place;
  for (const { place, handler, practices } of survey.endpoints) {
    yield place;
    if (handler.place) yield handler.place;
    for (const { proof } of Object.values(practices)) if (proof) yield proof;
  }
}
