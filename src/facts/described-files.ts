import { relative } from 'node:path';

import { describesFiles } from '../libraries/registry.js';
import type { BackendFile } from '../model/file.js';

/**
 * The name under which `settings.backend.libraries` can describe a file of the project: its path below its package's
 * folder without the extension, `./src/lib/shell`. Null where no library describes files.
 */
export const describedName = (file: BackendFile): string | null => (describesFiles() ? file.memo(nameOf) : null);

function nameOf(file: BackendFile): string | null {
  const owner = file.project.findPackage(file.path);
  if (!owner) return null;
  const path = relative(owner.dir, file.path).replaceAll('\\', '/');
  return `./${path.replace(/(?:\/index)?\.[cm]?[jt]sx?$/, '')}`;
}
