import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file's content in one step: a full copy beside it, then a rename, so that no reader ever sees half a file.
 * Keeps the mode, and the owner where allowed; follows a symbolic link. Creates the file where there is none.
 */
export async function writeAtomically(file: string, content: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const known = await stat(target).catch(() => null);
  // A device or pipe (`--output-file /dev/stdout`) can't be renamed over.
  if (known && !known.isFile()) return writeInPlace(target, content);
  const copy = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    const handle = await open(copy, 'wx', 0o666);
    try {
      await handle.writeFile(content);
      if (known) {
        // In this order: a change of owner clears mode bits.
        await handle.chown(known.uid, known.gid).catch(() => {
          // Only root may give files away.
        });
        await handle.chmod(known.mode & 0o7777);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(copy, target);
  } catch (error) {
    await rm(copy, { force: true });
    throw error;
  }
}

async function writeInPlace(file: string, content: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(content);
  } finally {
    await handle.close();
  }
}
