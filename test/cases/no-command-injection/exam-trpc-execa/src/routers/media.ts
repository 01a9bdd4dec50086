// @complete: no-command-injection
import { exec, spawn } from 'node:child_process';
import { execa, execaCommand } from 'execa';
import shell from 'shelljs';
import { z } from 'zod';
import { $ } from 'zx';
import { publicProcedure, router } from '../trpc.js';
import { convert, probe } from '../tools/convert.js';

const Resize = z.object({ file: z.string(), width: z.number().int(), format: z.enum(['png', 'webp']) });

export const media = router({
  resize: publicProcedure.input(Resize).mutation(async ({ input }) => {
    // bad: no-command-injection
    await execaCommand(`convert ${input.file} -resize ${input.width} out.png`, { shell: true });
    // ok: no-command-injection
    await execaCommand(`convert in.png -resize ${input.width} out.${input.format}`, { shell: true });
    // ok: no-command-injection
    await execa('convert', ['--', input.file, 'out.png']);
  }),
  transcode: publicProcedure
    .input(z.object({ source: z.string().url(), format: z.string() }))
    .mutation(async ({ input }) => {
      // bad-cross: no-command-injection
      await convert(input.source, 'mp4');
      // ok-cross: no-command-injection
      return probe(input.source);
    }),
  ping: publicProcedure.input(z.object({ host: z.string() })).query(({ input: { host } }) => {
    // bad: no-command-injection
    exec(`ping -c 1 ${encodeURIComponent(host)}`);
    // bad: no-command-injection
    spawn('ping', ['-c', '1', host], { shell: true });
  }),
  clone: publicProcedure.input(z.object({ branch: z.string().regex(/^[\w-]+$/), name: z.string() })).mutation(async (opts) => {
    // ok: no-command-injection
    shell.exec(`git checkout ${opts.input.branch}`);
    // bad: no-command-injection
    shell.exec('git checkout ' + opts.input.name);
    // ok: no-command-injection
    await $`git checkout ${opts.input.name}`;
  }),
  tool: publicProcedure.input(z.object({ tool: z.string(), args: z.array(z.string()) })).mutation(async ({ input }) => {
    // bad: no-command-injection
    await execa(input.tool, ['--version']);
    const tools: Record<string, string> = { png: 'pngquant', jpg: 'jpegoptim' };
    // ok: no-command-injection
    await execa(tools[input.tool] ?? 'file', ['--version']);
  }),
});
