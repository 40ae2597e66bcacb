/**
 * Runs an asynchronous job for the newest input only: while one run is under way, inputs wait, and all but the last are
 * skipped. Without a fixed delay the answer comes as soon as the server can give it, and a slow one is never flooded.
 */
export function latestOnly<Input>(job: (input: Input) => Promise<void>): (input: Input) => void {
  let running = false;
  let waiting: { input: Input } | null = null;

  const run = async (input: Input): Promise<void> => {
    running = true;
    try {
      await job(input);
    } finally {
      running = false;
      const next = waiting;
      waiting = null;
      if (next) void run(next.input);
    }
  };

  return (input) => {
    if (running) waiting = { input };
    else void run(input);
  };
}
