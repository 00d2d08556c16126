// Judges trees with @transmute/rfc9162. Reads a JSON list of questions, answers each in a JSON list of strings. Bytes are base64.
//   {"leaves": [bytes…]}                                               → the root over these leaves, base64
//   {"from": n, "older": root, "to": n, "newer": root, "path": […]}    → "grown", or what the library says against it
import { readFileSync } from 'node:fs';
import { CoMETRE } from '@transmute/rfc9162';

const { leaf, root, verify_consistency_proof: isGrown } = CoMETRE.RFC9162_SHA256;
const bytes = (base64) => new Uint8Array(Buffer.from(base64, 'base64'));
const isPowerOfTwo = (size) => Number.isInteger(Math.log2(size));

async function rootOf({ leaves }) {
  const hashes = await Promise.all(leaves.map((it) => leaf(bytes(it))));
  return Buffer.from(await root(hashes)).toString('base64');
}

async function growth({ from, older, to, newer, path }) {
  // RFC 9162 §2.1.4.2, step 2, which the library leaves to its caller
  const whole = isPowerOfTwo(from) ? [older, ...path] : path;
  const proof = { log_id: '', tree_size_1: from, tree_size_2: to, consistency_path: whole.map(bytes) };
  try {
    return (await isGrown(bytes(older), bytes(newer), proof)) ? 'grown' : 'not grown';
  } catch (refusal) {
    return refusal.message;
  }
}

const questions = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(await Promise.all(questions.map((it) => (it.leaves ? rootOf(it) : growth(it))))));
