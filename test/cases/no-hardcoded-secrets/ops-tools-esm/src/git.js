// @complete: no-hardcoded-secrets
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export async function mirror() {
  // bad: no-hardcoded-secrets -- a token in a clone address
  await run('git', ['clone', '--mirror', 'https://oauth2:glpat-QJdbLarKEnJmCsVCFLBU@gitlab.com/acme/infra.git']);
  // ok: no-hardcoded-secrets
  await run('git', ['clone', '--mirror', `https://oauth2:${process.env.GITLAB_TOKEN}@gitlab.com/acme/infra.git`]);
  // ok: no-hardcoded-secrets -- a user name alone
  await run('git', ['clone', '--mirror', 'ssh://git@gitlab.com:2222/acme/infra.git']);
}

export async function npmrc(dir) {
  // bad: no-hardcoded-secrets -- in the middle of a longer text
  await writeFile(`${dir}/.npmrc`, 'registry=https://registry.npmjs.org/\n//registry.npmjs.org/:_authToken=npm_yN7hRegLU1KcKMfnPekfXU7odiAr08yvEkfw\n');
  // ok: no-hardcoded-secrets -- npm expands the variable
  await writeFile(`${dir}/.npmrc`, '//registry.npmjs.org/:_authToken=${NPM_TOKEN}\n');
}

export async function release(tag) {
  const res = await fetch('https://api.github.com/repos/acme/infra/releases', {
    method: 'POST',
    // bad: no-hardcoded-secrets
    headers: { Authorization: 'token ghp_He7IpqvQSIcaIFkihDpoNnOS17NYZDFHy1rQ', Accept: 'application/vnd.github+json' },
    body: JSON.stringify({ tag_name: tag }),
    signal: AbortSignal.timeout(10_000),
  });
  return res.json();
}
