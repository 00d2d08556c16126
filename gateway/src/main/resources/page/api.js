/** Speaks with the gateway: tokens, problems, versions, and one key for one act however often it is sent. */
import { session } from './session.js';

/** Why something was not done, as the gateway said it (RFC 9457), or because it could not be reached. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail);
    this.status = status;
    this.detail = body.detail;
    this.code = body.code ?? '';
    this.errors = body.errors ?? [];
    this.nextActions = body.nextActions ?? [];
    this.traceId = body.traceId;
  }

  /** Whether it may have been done all the same: only then is the same key good for another try. */
  get unknown() { return this.status === 0 || this.status >= 500 || this.status === 401 || this.status === 429; }

  get isMissing() { return this.status === 404 || this.status === 403; }
}

const AWAY = { detail: '网络不通或服务没有应答。您填写的内容仍在，请稍后再试；重复提交不会办成两次。', code: 'page.away' };

let renewing;

async function renew() {
  renewing ??= (async () => {
    const answer = await raw('POST', '/api/v1/sessions/refresh', { json: { refreshToken: session.refresh }, open: true });
    session.keep(answer.data);
  })().finally(() => { renewing = undefined; });
  return renewing;
}

/** A token that is still good for a while. */
export async function token() {
  if (session.refresh && session.left < 30) await renew().catch(ended);
  return session.access;
}

function ended(problem) {
  if (problem.status >= 400 && problem.status < 500 && problem.status !== 429) {
    session.end();
    dispatchEvent(new Event('court:ended'));
  }
  throw problem;
}

async function headers({ json, etag, key, open, accept }) {
  const all = { Accept: accept ?? 'application/json, text/plain, application/problem+json' };
  const bearer = open ? undefined : await token();
  if (bearer) all.Authorization = `Bearer ${bearer}`;
  if (json !== undefined) all['Content-Type'] = 'application/json';
  if (etag) all['If-Match'] = etag;
  if (key) all['Idempotency-Key'] = key;
  return all;
}

async function raw(method, path, options) {
  const body = options.json === undefined ? undefined : JSON.stringify(options.json);
  const heads = await headers(options);
  let answer;
  try {
    answer = await fetch(path, { method, headers: heads, body, cache: 'no-store', credentials: 'omit', signal: options.signal });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem(0, AWAY);
  }
  if (!answer.ok) throw await problemOf(answer.status, await answer.text());
  const data = options.as === 'response' ? answer : await content(answer);
  return { data, etag: answer.headers.get('ETag') };
}

async function content(answer) {
  const text = await answer.text();
  const isJson = (answer.headers.get('Content-Type') ?? '').includes('json');
  return isJson && text ? JSON.parse(text) : text;
}

export async function problemOf(status, text) {
  try {
    const body = JSON.parse(text);
    if (body.detail) return new Problem(status, body);
  } catch { /* not a problem document: said below */ }
  return new Problem(status, { detail: `服务没有正常应答（${status}），请稍后重试。` });
}

/** One request; a token that ended meanwhile is renewed once. */
export async function call(method, path, options = {}) {
  try {
    return await raw(method, path, options);
  } catch (problem) {
    if (problem.status !== 401 || options.open || !session.refresh) throw problem;
    await renew().catch(ended);
    return raw(method, path, options);
  }
}

export const get = (path, options) => call('GET', path, options);

/** Something that may not be there, or not for me: then nothing. */
export async function find(path) {
  try {
    return await get(path);
  } catch (problem) {
    if (problem.isMissing) return undefined;
    throw problem;
  }
}

/** All pages of a list, within reason. */
export async function all(path, cursor = 'cursor', most = 20) {
  const items = [];
  let next = '';
  for (let page = 0; page < most && next !== undefined; page++) {
    const joint = path.includes('?') ? '&' : '?';
    const { data } = await get(`${path}${joint}limit=100${next ? `&${cursor}=${encodeURIComponent(next)}` : ''}`);
    items.push(...data.items);
    next = data.nextCursor ?? undefined;
  }
  return items;
}

const keys = new Map();

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (it) => it.toString(16).padStart(2, '0')).join('');
}

/** Keeps the key of an act until it is known what became of it. */
export async function once(name, work) {
  const key = keys.get(name) ?? newId();
  keys.set(name, key);
  try {
    const done = await work(key);
    keys.delete(name);
    return done;
  } catch (problem) {
    if (!problem.unknown) keys.delete(name);
    throw problem;
  }
}

/** An act: the same one sent again after a failure goes under the same key. */
export function act(method, path, { json, etag } = {}) {
  return once(`${method} ${path} ${JSON.stringify(json) ?? ''}`, (key) => call(method, path, { json, etag, key }));
}

/** Somebody else was faster: what is shown is brought up to date, so that the next press is about what one sees. */
export function refreshed(again) {
  return async (problem) => {
    if (problem.status === 412 || problem.status === 409) await again();
    throw problem;
  };
}
