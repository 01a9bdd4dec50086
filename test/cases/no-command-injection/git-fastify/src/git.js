import { exec } from 'node:child_process';

export function checkout(branch) {
  return new Promise((resolve, reject) => {
    exec(`git checkout ${branch}`, (error, out) => (error ? reject(error) : resolve(out)));
  });
}
