import { applicationsOf } from '../facts/applications/applications.js';
import { allParts, partsOf } from '../facts/applications/parts.js';
import { isProbeServer } from '../facts/applications/reach.js';
import { purposeOf } from '../facts/applications/purposes.js';
import type { Application } from '../model/application.js';
import { sourceText, type BackendFile } from '../model/file.js';
import type { CollectedApplication } from './collected.js';
import type { ApplicationPurpose } from './document.js';
import { rangeOf, type Range } from './place.js';

const PURPOSES: readonly ApplicationPurpose[] = [
  'authentication',
  'rate-limit',
  'security-headers',
  'cors',
  'csrf',
  'error-handler',
  'request-id',
];

/** The applications that a file makes, without servers of probes. */
export const collectApplications = (file: BackendFile): CollectedApplication[] =>
  applicationsOf(file)
    .filter((application) => !isProbeServer(application))
    .map((application) => ({
      framework: application.framework,
      majorVersion: application.major,
      at: rangeOf(application.node),
      isServed: application.isServed,
      middleware: partsOf(application)
        .filter(({ kind }) => kind === 'middleware')
        .map(({ name, module, path, node }) => ({ name: name ?? shortText(node), module, path })),
      serves: Object.fromEntries(PURPOSES.map((purpose) => [purpose, placeOf(application, purpose)])) as Record<
        ApplicationPurpose,
        Range | null
      >,
    }));

function placeOf(application: Application, purpose: ApplicationPurpose): Range | null {
  const { handler, node } = application;
  const inside = handler && purposeOf({ node, fn: handler }, purpose);
  if (inside) return rangeOf(inside.node);
  for (const part of allParts(application)) {
    if (part.kind === 'route') continue;
    if (purpose === 'error-handler' && part.kind === 'error-handler') return rangeOf(part.node);
    const proof = purposeOf(part, purpose);
    if (proof) return rangeOf(part.node);
  }
  return null;
}

function shortText(node: Application['node'] | Parameters<typeof sourceText>[0]): string {
  const text = sourceText(node);
  return /^[\w$.]+(?:\(\))?$/.test(text) ? text : '(function)';
}
