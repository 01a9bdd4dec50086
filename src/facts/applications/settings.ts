import type { Application } from '../../model/application.js';
import { sourceText } from '../../model/file.js';
import { constantOf } from '../values.js';
import { isFromPackage } from './purposes.js';
import { allParts } from './parts.js';

/** Whether Express was told not to name itself: by its setting, by helmet (which removes the header), or by hand. */
export const isPoweredByOff = (application: Application): boolean =>
  allParts(application).some(({ kind, method, call, node, fn }) => {
    const first = call.arguments[0];
    const second = call.arguments[1];
    if (
      kind === 'setting' &&
      (method === 'disable' || method === 'set') &&
      first &&
      constantOf(first) === 'x-powered-by'
    )
      return method === 'disable' || (second !== undefined && constantOf(second) === false);
    if (kind !== 'middleware') return false;
    return (
      isFromPackage(node, 'security-headers') ||
      (fn !== null && /x-powered-by|\bhelmet\b|hidePoweredBy/i.test(sourceText(fn)))
    );
  });
