/** Keys, signed notes and checkpoints as C2SP lays them out, each in one spelling only, believing no server. */
import { bytesOf, fromBase64, hex, join, same, sha256 } from './merkle.js';

const LONGEST = 1 << 20;
const MOST_SIGNATURES = 100;
/** Of the calendar that a browser has. */
const LAST_SECOND = 8.64e12;
const ALGORITHMS = [
  { kind: 'ED25519', mark: Uint8Array.of(1), length: 32 },
  { kind: 'COSIGNATURE', mark: Uint8Array.of(4), length: 32 },
  { kind: 'SM2', mark: join(Uint8Array.of(255), bytesOf('SM2-SM3')), length: 65 },
];

/** Why something is not believed: a code, and of what. */
export class Rejected extends Error {
  constructor(code, about = '') {
    super(`${code} ${about}`);
    this.code = code;
    this.about = about;
  }
}

/** Bytes as text, when they are text and not too many. */
export function textOf(bytes) {
  if (bytes.length > LONGEST) throw new Rejected('TOO_LONG');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Rejected('NOT_TEXT');
  }
}

/** Base64 as its encoder itself would spell it (RFC 4648 §3.5). */
export function base64(text) {
  let bytes;
  try {
    bytes = fromBase64(text);
  } catch {
    throw new Rejected('MALFORMED', 'base64');
  }
  if (btoa(String.fromCharCode(...bytes)) !== text) throw new Rejected('MALFORMED', 'base64');
  return bytes;
}

export function hash(text) {
  const bytes = base64(text);
  if (bytes.length !== 32) throw new Rejected('MALFORMED', 'hash');
  return bytes;
}

export function number(text) {
  if (!/^(0|[1-9][0-9]{0,17})$/.test(text)) throw new Rejected('MALFORMED', 'number');
  return BigInt(text);
}

/** A verifier key, name+id+base64(mark || key); its id is checked against its content. */
export async function parseKey(line) {
  const [, name, id, encoded] = line.trim().match(/^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/) ?? [];
  if (!name) throw new Rejected('MALFORMED', 'key');
  const typed = base64(encoded);
  const algorithm = ALGORITHMS.find((it) => same(it.mark, typed.slice(0, it.mark.length)));
  const raw = typed.slice(algorithm?.mark.length);
  const digest = await sha256(join(bytesOf(`${name}\n`), typed));
  if (raw.length !== algorithm?.length || hex(digest.slice(0, 4)) !== id) throw new Rejected('MALFORMED', `key ${name}`);
  return { name, id, kind: algorithm.kind, raw };
}

const PURPOSES = { ledger: ['log', 'ED25519'], 'ledger-sm2': ['sm2', 'SM2'], witness: ['witnesses', 'COSIGNATURE'] };

/** The keys that whoever checks believes: lines of a purpose and a verifier key. */
export async function parseKeys(text) {
  const keys = { log: [], sm2: [], witnesses: [] };
  for (const line of text.split('\n').map((it) => it.trim()).filter(Boolean)) {
    const [purpose, ...rest] = line.split(' ');
    const [place, kind] = PURPOSES[purpose] ?? [];
    const key = await parseKey(rest.join(' '));
    if (key.kind !== kind) throw new Rejected('MALFORMED', `${purpose} ${key.name}`);
    keys[place].push(key);
  }
  if (keys.log.length !== 1) throw new Rejected('NO_LOG_KEY');
  return keys;
}

/** A text with the signatures under it. */
export function parseNote(whole) {
  const cut = whole.lastIndexOf('\n\n') + 1;
  const text = whole.slice(0, cut);
  if (!cut || !whole.endsWith('\n') || /[\x00-\x09\x0b-\x1f]/.test(text)) throw new Rejected('MALFORMED', 'note');
  const lines = whole.slice(cut + 1).split('\n').slice(0, -1);
  if (lines.length > MOST_SIGNATURES) throw new Rejected('MALFORMED', 'signatures');
  return { text, signatures: lines.map(parseSignature) };
}

function parseSignature(line) {
  const [, name, encoded] = line.match(/^— ([^+\s]+) (\S+)$/) ?? [];
  const bytes = name ? base64(encoded) : [];
  if (bytes.length <= 4) throw new Rejected('MALFORMED', 'signature');
  return { name, id: hex(bytes.slice(0, 4)), bytes: bytes.slice(4) };
}

/** The tree head in a note: origin, size, root, and what signs it. */
export function parseCheckpoint(whole) {
  const note = parseNote(whole);
  const lines = note.text.split('\n');
  const [origin, size, root] = lines;
  if (lines.length < 4 || lines.slice(0, -1).includes('')) throw new Rejected('MALFORMED', 'checkpoint');
  return { ...note, origin, size: number(size), root: hash(root) };
}

const made = (note, key) => note.signatures.filter((it) => it.name === key.name && it.id === key.id);

/** True or false; undefined when this browser does not know how. */
function verifies(key, text, signature) {
  switch (key.kind) {
    case 'ED25519': return ed25519(key.raw, bytesOf(text), signature);
    case 'COSIGNATURE': return signature.length === 72 && seconds(signature) >= 0n
      && ed25519(key.raw, bytesOf(`cosignature/v1\ntime ${seconds(signature)}\n${text}`), signature.slice(8));
    default: return sm2Verifies(key.raw, bytesOf(text), signature);
  }
}

async function ed25519(raw, bytes, signature) {
  try {
    const key = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
    return await crypto.subtle.verify({ name: 'Ed25519' }, key, signature, bytes);
  } catch (failure) {
    if (failure.name === 'NotSupportedError') return undefined;
    if (failure.name === 'DataError') return false; // no point of the curve
    throw failure;
  }
}

/** By the library of the page that has it; r and s, 32 bytes each. */
function sm2Verifies(point, bytes, signature) {
  if (!globalThis.sm2) return undefined;
  return signature.length === 64 && globalThis.sm2.doVerifySignature(bytes, hex(signature), hex(point), { hash: true });
}

/** Seconds since 1970 that a witness's signature begins with. */
const seconds = (signature) => new DataView(signature.buffer, signature.byteOffset).getBigInt64(0);

/** Whether a key signed a note: true, or undefined when this browser cannot tell. */
async function signedBy(note, key) {
  const [found] = made(note, key);
  if (!found) return false;
  for (const signature of made(note, key)) {
    const holds = await verifies(key, note.text, signature.bytes);
    if (holds === undefined) return undefined;
    if (!holds) throw new Rejected(`WRONG_${key.kind}`, key.name);
  }
  return true;
}

/**
 * Whose signatures stand under a checkpoint. The log's own must; of all keys known none may be wrong.
 * @return log and sm2 true, false or undefined when this browser cannot tell; witnesses with their time, earliest first
 */
export async function signatures(checkpoint, keys) {
  const [log] = keys.log;
  const signed = await signedBy(checkpoint, log);
  if (signed === false) throw new Rejected('NOT_SIGNED');
  if (checkpoint.origin !== log.name) throw new Rejected('OTHER_LOG', checkpoint.origin);
  const told = { log: signed, sm2: false, witnesses: [] };
  for (const key of keys.sm2) {
    const holds = await signedBy(checkpoint, key);
    if (holds !== false) told.sm2 = holds;
  }
  for (const key of keys.witnesses) {
    if (await signedBy(checkpoint, key)) {
      const last = made(checkpoint, key).map((it) => seconds(it.bytes)).reduce((a, b) => (a > b ? a : b));
      told.witnesses.push({ name: key.name, at: new Date(Math.min(Number(last), LAST_SECOND) * 1000) });
    }
  }
  told.witnesses.sort((a, b) => a.at - b.at);
  return told;
}
