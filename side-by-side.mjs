/** Runs scripts of package.json side by side, each with its output in one piece; fails when one of them does. */
import { exec } from 'node:child_process';

const runs = process.argv.slice(2).map(
  (script) =>
    new Promise((resolve) => {
      exec(`npm run --silent ${script}`, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
        process.stdout.write(stdout);
        process.stderr.write(stderr);
        resolve(error ? 1 : 0);
      });
    }),
);
process.exitCode = Math.max(...(await Promise.all(runs)));
