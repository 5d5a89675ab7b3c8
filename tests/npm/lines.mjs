// One JSON value a line on stdin, one a line on stdout: a test class pays for a single process.
import { createInterface } from 'node:readline';

export async function answerEachLine(answer) {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line === '') continue;
    process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + '\n');
  }
}
