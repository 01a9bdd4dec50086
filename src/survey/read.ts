import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Survey } from './document.js';

/** Says why a text is no survey that this version can read. */
export class SurveyError extends Error {}

/** The element of a report's page that holds its data. */
const DATA = /<script type="application\/json" id="report-data">([^<]*)<\/script>/;

/**
 * The survey in a text: what `backend-lint report --json` printed, or a report's page.
 * @throws {SurveyError} for anything else
 */
export async function readSurvey(text: string): Promise<Survey> {
  const inPage = DATA.exec(text)?.[1];
  let value: unknown;
  try {
    const json = JSON.parse(inPage ?? text) as unknown;
    value = inPage === undefined ? json : (json as { survey: unknown }).survey;
  } catch {
    throw new SurveyError('it is neither the JSON nor the page of a report');
  }
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version !== 1)
    throw new SurveyError(`it is of version ${version}; this backend-lint reads version 1`);
  const { default: Ajv } = await import('ajv');
  const check = new Ajv().compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
  if (check(value) !== true) {
    const [first] = check.errors ?? [];
    throw new SurveyError(`it is no survey: ${first?.dataPath ?? ''} ${first?.message ?? ''}`.trim());
  }
  return value as Survey;
}

const SCHEMA = join(__dirname, '..', '..', 'survey.schema.json');
