/** Checks the ledger's proofs in this browser, believing no server: hashing of RFC 9162, notes and keys of C2SP. */
const utf8 = new TextEncoder();

export const fromBase64 = (text) => Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
export const hex = (bytes) => Array.from(bytes, (it) => it.toString(16).padStart(2, '0')).join('');
const same = (a, b) => hex(a) === hex(b);

function join(...parts) {
  const all = new Uint8Array(parts.reduce((sum, it) => sum + it.length, 0));
  parts.reduce((at, it) => { all.set(it, at); return at + it.length; }, 0);
  return all;
}

export async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** RFC 9162 §2.1.1: a leaf's hash is taken behind a zero byte, so that it is never taken for a node. */
export const leafHash = (text) => sha256(join(Uint8Array.of(0), utf8.encode(text)));

const nodeHash = (left, right) => sha256(join(Uint8Array.of(1), left, right));

/** The root that this path leads to; RFC 9162 §2.1.3.2. Undefined when the path does not fit the tree. */
export async function rootOf(hash, index, size, path) {
  if (!(index >= 0 && index < size)) return undefined;
  let [fn, sn, root] = [BigInt(index), BigInt(size) - 1n, hash]; // steps 2 and 3
  for (const step of path) {
    if (sn === 0n) return undefined; // step 4.1
    if ((fn & 1n) === 1n || fn === sn) { // step 4.2
      root = await nodeHash(step, root);
      while ((fn & 1n) === 0n && fn !== 0n) { fn >>= 1n; sn >>= 1n; }
    } else {
      root = await nodeHash(root, step);
    }
    fn >>= 1n; // step 4.3
    sn >>= 1n;
  }
  return sn === 0n ? root : undefined; // step 5
}

/** A verifier key, name+id+base64(0x01 || Ed25519); its id is checked against its content. */
export async function parseKey(line) {
  const [name, id, ...rest] = line.trim().split('+');
  const typed = fromBase64(rest.join('+'));
  const digest = await sha256(join(utf8.encode(`${name}\n`), typed));
  if (typed.length !== 33 || typed[0] !== 1 || hex(digest.slice(0, 4)) !== id) throw new Error('unusable key');
  return { name, id: digest.slice(0, 4), raw: typed.slice(1) };
}

/** Reads a signed checkpoint: origin, size, root, and the lines that sign it. */
export function parseCheckpoint(note) {
  const cut = note.indexOf('\n\n') + 1;
  const text = note.slice(0, cut);
  const [origin, size, root] = text.split('\n');
  const signatures = note.slice(cut + 1).split('\n').filter(Boolean).map((line) => {
    const [, name, signature] = line.match(/^— (\S+) (\S+)$/) ?? [];
    return { name, bytes: fromBase64(signature ?? '') };
  });
  return { text, origin, size: Number(size), root: fromBase64(root), signatures };
}

/** True or false; undefined when this browser has no Ed25519. */
export async function signedBy(checkpoint, key) {
  const mine = checkpoint.signatures.find((it) => it.name === key.name && same(it.bytes.slice(0, 4), key.id));
  if (!mine || checkpoint.origin !== key.name) return false;
  try {
    const imported = await crypto.subtle.importKey('raw', key.raw, { name: 'Ed25519' }, false, ['verify']);
    return await crypto.subtle.verify({ name: 'Ed25519' }, imported, mine.bytes.slice(4), utf8.encode(checkpoint.text));
  } catch (missing) {
    if (missing.name === 'NotSupportedError') return undefined;
    throw missing;
  }
}

/**
 * Checks what the ledger answered about a file, step by step.
 * @param digest the file's SHA-256 as taken here, hexadecimal
 */
export async function checkFile(digest, proof, keyLine) {
  const checkpoint = parseCheckpoint(proof.checkpoint);
  const path = proof.path.map(fromBase64);
  const root = await rootOf(await leafHash(proof.leaf), proof.index, checkpoint.size, path);
  return {
    checkpoint,
    isThisFile: JSON.parse(proof.leaf).sha256 === digest,
    isIncluded: !!root && same(root, checkpoint.root),
    isSigned: await signedBy(checkpoint, await parseKey(keyLine)),
  };
}

/** Checks that a leaf lies under a signed checkpoint. */
export async function checkLeaf(inclusion, note, keyLine) {
  const checkpoint = parseCheckpoint(note);
  const path = inclusion.path.map(fromBase64);
  const root = await rootOf(fromBase64(inclusion.leafHash), inclusion.index, checkpoint.size, path);
  return {
    checkpoint,
    isIncluded: !!root && same(root, checkpoint.root),
    isSigned: await signedBy(checkpoint, await parseKey(keyLine)),
  };
}
