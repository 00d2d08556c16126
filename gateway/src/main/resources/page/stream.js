/** Follows a room as it grows. Server-sent events over fetch, for the browser's own reader cannot send a token. */
import { call, Problem } from './api.js';

const PAUSES = [500, 1000, 2000, 5000, 10000];

/**
 * @param each called with every entry, in order and once
 * @param told called with true when the line is open and false when it is not
 * @returns how to stop
 */
export function follow(path, after, each, told) {
  const stop = new AbortController();
  let last = after;
  let failures = 0;
  const once = async () => {
    const { data } = await call('GET', `${path}?after=${last}`, { as: 'response', accept: 'text/event-stream', signal: stop.signal });
    told(true);
    failures = 0;
    for await (const event of events(data.body)) {
      if (event.id && Number(event.id) > last) {
        last = Number(event.id);
        each(JSON.parse(event.data));
      }
    }
  };
  (async () => {
    while (!stop.signal.aborted) {
      try {
        await once();
      } catch (problem) {
        if (stop.signal.aborted) return;
        if (problem instanceof Problem && problem.isMissing) return told(false);
        failures += 1;
      }
      told(false);
      await new Promise((on) => setTimeout(on, PAUSES[Math.min(failures, PAUSES.length - 1)]));
    }
    return undefined;
  })();
  return () => stop.abort();
}

/** WHATWG HTML §9.2.6, what of it our streams use: id and data lines, an empty line ends an event. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let event = { data: '' };
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop();
    for (const line of lines.map((it) => it.replace(/\r$/, ''))) {
      if (line === '' && event.data) yield event;
      if (line === '') event = { data: '' };
      if (line.startsWith('id:')) event.id = line.slice(3).trim();
      if (line.startsWith('data:')) event.data += line.slice(5);
    }
  }
}
