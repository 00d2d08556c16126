/** The hashes of RFC 9162, taken in this browser. */
const utf8 = new TextEncoder();

export const bytesOf = (text) => utf8.encode(text);
export const fromBase64 = (text) => Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
export const hex = (bytes) => Array.from(bytes, (it) => it.toString(16).padStart(2, '0')).join('');
export const same = (a, b) => hex(a) === hex(b);

export function join(...parts) {
  const all = new Uint8Array(parts.reduce((sum, it) => sum + it.length, 0));
  parts.reduce((at, it) => { all.set(it, at); return at + it.length; }, 0);
  return all;
}

export async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** RFC 9162 §2.1.1: a leaf's hash is taken behind a zero byte, so that it is never taken for a node. */
export const leafHash = (bytes) => sha256(join(Uint8Array.of(0), bytes));

const nodeHash = (left, right) => sha256(join(Uint8Array.of(1), left, right));

/** The root that this path leads to; RFC 9162 §2.1.3.2. Undefined when the path does not fit the tree. */
export async function rootOf(hash, index, size, path) {
  let [fn, sn, root] = [BigInt(index), BigInt(size) - 1n, hash]; // steps 2 and 3
  if (fn < 0n || fn > sn) return undefined; // step 1
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

/** Whether a leaf lies under a checkpoint. */
export async function includes(checkpoint, hash, index, path) {
  const root = await rootOf(hash, index, checkpoint.size, path);
  return !!root && same(root, checkpoint.root);
}
