const BEAT_MS = 15_000;
const FIRST = 'retry: 1000\n\n';

/**
 * An event stream with a comment every 15 s, so that proxies between keep the line open while nothing happens. Comments
 * go between events only: one in the middle of an event would break it.
 */
export function withHeartbeat(events: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const reader = events.getReader();
  let timer: NodeJS.Timeout | undefined;
  let between = true;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(FIRST));
      timer = setInterval(() => {
        if (between) controller.enqueue(encoder.encode(': here\n\n'));
      }, BEAT_MS);
    },
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) {
          between = value.at(-1) === 10 && value.at(-2) === 10;
          return controller.enqueue(value);
        }
      } catch {
        // The API went away: the browser comes back by itself and resumes.
      }
      clearInterval(timer);
      controller.close();
    },
    async cancel(reason) {
      clearInterval(timer);
      await reader.cancel(reason).catch(() => undefined);
    },
  });
}
