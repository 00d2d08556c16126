/** That a file is on the ledger: its leaf, the way to the root, and who signed that root. */
import { bytesOf, includes, leafHash } from './merkle.js';
import { Rejected, base64, hash, number, parseCheckpoint, parseKeys, signatures, textOf } from './note.js';

const DEEPEST = 63;
const LEAF = /^\{"id":"[0-9A-Za-z_-]{21}[AQgw]","sha256":"([0-9a-f]{64})","sm3":"([0-9a-f]{64})","v":1}$/;

/** That one leaf is on the ledger, in a file that needs nobody's help (c2sp.org/tlog-proof). */
export function parseProof(bytes) {
  const whole = textOf(bytes);
  const blank = whole.indexOf('\n\n');
  const [header, extra, index, ...path] = whole.slice(0, Math.max(blank, 0)).split('\n');
  if (header !== 'c2sp.org/tlog-proof@v1' || !index || path.length > DEEPEST) throw new Rejected('NOT_A_PROOF');
  return {
    leaf: base64(after('extra ', extra)),
    index: number(after('index ', index)),
    path: path.map(hash),
    checkpoint: parseCheckpoint(whole.slice(blank + 2)),
  };
}

function after(word, line) {
  if (!line.startsWith(word)) throw new Rejected('MALFORMED', word.trim());
  return line.slice(word.length);
}

/** The digests in a leaf's exact bytes; any other spelling of the same is rejected. */
export function parseLeaf(bytes) {
  const [, sha, sm3] = textOf(bytes).match(LEAF) ?? [];
  if (!sha) throw new Rejected('MALFORMED', 'leaf');
  return { sha256: sha, sm3 };
}

/** Checks a file's digests against its proof, step by step; refuses with the first that fails. */
export async function checkProof(digests, proof, keys) {
  const told = parseLeaf(proof.leaf);
  if (told.sha256 !== digests.sha256 || told.sm3 !== digests.sm3) throw new Rejected('OTHER_BYTES');
  const signed = await signatures(proof.checkpoint, keys);
  if (proof.index >= proof.checkpoint.size) throw new Rejected('BEYOND', String(proof.checkpoint.size));
  if (!await includes(proof.checkpoint, await leafHash(proof.leaf), proof.index, proof.path)) throw new Rejected('NOT_IN_TREE');
  return signed;
}

/**
 * Checks what the ledger answered about a file.
 * @param digest the file's SHA-256 as taken here, hexadecimal
 * @return who signed, and the checkpoint; undefined when the proof does not hold
 */
export async function checkFile(digest, proof, keyLines) {
  const leaf = bytesOf(proof.leaf);
  return orNothing(async () => {
    if (parseLeaf(leaf).sha256 !== digest) throw new Rejected('OTHER_BYTES');
    return check(await leafHash(leaf), proof, proof.checkpoint, keyLines);
  });
}

/** Checks that a leaf lies under a signed checkpoint; undefined when it does not. */
export async function checkLeaf(inclusion, note, keyLines) {
  return orNothing(() => check(hash(inclusion.leafHash), inclusion, note, keyLines));
}

async function check(leaf, { index, path }, note, keyLines) {
  const checkpoint = parseCheckpoint(note);
  const signed = await signatures(checkpoint, await parseKeys(keyLines));
  if (!await includes(checkpoint, leaf, index, path.map(hash))) throw new Rejected('NOT_IN_TREE');
  return { ...signed, checkpoint };
}

async function orNothing(work) {
  try {
    return await work();
  } catch (failure) {
    if (failure instanceof Rejected) return undefined;
    throw failure;
  }
}
