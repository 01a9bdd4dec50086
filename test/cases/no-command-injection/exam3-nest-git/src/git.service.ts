// @complete: no-command-injection
import { Injectable, BadRequestException } from '@nestjs/common';
import * as cp from 'child_process';
import * as util from 'util';

const exec = util.promisify(cp.exec);
const BRANCH = /^[\w./-]{1,80}$/;

@Injectable()
export class GitService {
  private readonly root = '/srv/repos';

  async checkout(repo: string, branch: string) {
    this.assertBranch(branch);
    return exec(`git -C ${this.root}/${this.dirOf(repo)} checkout ${branch}`);
  }

  async log(repo: string, author?: string) {
    let command = `git -C ${this.root}/main log`;
    if (author) command += ` --author=${author}`;
    const { stdout } = await exec(command, { maxBuffer: 1024 * 1024 });
    return { repo, stdout };
  }

  blame(file: string): Promise<string> {
    return new Promise((resolve, reject) => {
      cp.execFile('git', ['blame', '--', file], (error, stdout) => (error ? reject(error) : resolve(stdout)));
    });
  }

  private assertBranch(branch: string): void {
    if (!BRANCH.test(branch) || branch.startsWith('-')) throw new BadRequestException('branch');
  }

  private dirOf(repo: string): string {
    return repo.replace(/[^a-z0-9-]/gi, '');
  }
}
