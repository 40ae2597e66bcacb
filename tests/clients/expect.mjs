// What both counterparts share: patience, and one clear line when something does not hold.

const patience = Number(process.env.PATIENCE_MS ?? 20_000);

export function expect(condition, message) {
  if (!condition) throw new Error(message);
}

/** Waits for a promise, but not for ever. */
export function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not happen within ${patience} ms`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Runs the parts in order, says what holds, and ends the process. */
export async function run(parts) {
  for (const [name, part] of parts) {
    try {
      await part();
      console.log(`ok   ${name}`);
    } catch (error) {
      console.error(`FAIL ${name}: ${error.message ?? error}`);
      process.exit(1);
    }
  }
  process.exit(0);
}

/** The base address given on the command line, without a slash at the end. */
export function baseUrl() {
  const [address] = process.argv.slice(2);
  if (!address) {
    console.error('usage: node PROGRAM BASE_URL');
    process.exit(2);
  }
  return address.replace(/\/+$/, '');
}
