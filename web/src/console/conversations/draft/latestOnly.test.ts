import { expect, test } from 'vitest';
import { latestOnly } from './latestOnly';

test('latestOnly_WhenInputsComeWhileRunning_SkipsAllButTheLast', async () => {
  const seen: string[] = [];
  const release: (() => void)[] = [];
  const submit = latestOnly<string>(async (input) => {
    seen.push(input);
    await new Promise<void>((resolve) => release.push(resolve));
  });

  submit('a');
  submit('ab');
  submit('abc');
  expect(seen).toEqual(['a']);

  release.shift()?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(seen).toEqual(['a', 'abc']);
});
