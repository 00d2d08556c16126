/** Checks a file against its proof with what lies on this device alone, and says what can be said of it (rule RE1). */
import { el, facts, show } from './dom.js';
import { second, size } from './text.js';
import { Rejected, parseKeys, textOf } from './note.js';
import { checkProof, parseProof } from './proof.js';
import { KEYS_REASON, LAW, reasonOf } from './reasons.js';

const PIECE = 4 * 1024 * 1024;
const MOST_TEXT = 1024 * 1024;
/** Missing in old browsers, and on phones that open saved files in their own way. */
const CAN = globalThis.crypto?.subtle && globalThis.WebAssembly;
const BROWSERS = 'Chrome / Edge 137、Firefox 129、Safari 17';

const english = (text) => el('span', { class: 'hint', lang: 'en' }, text);

function chooser(id, step, name, inEnglish, hint, onchange) {
  const input = el('input', { type: 'file', id, onchange });
  return { input, node: el('div', { class: 'card field' }, el('label', { for: id }, `${step} ${name}`), english(inEnglish), hint, input) };
}

function page() {
  const [, cannot, inEnglish] = reasonOf('NO_CRYPTO');
  const verdict = el('div', { id: 'verdict', 'aria-live': 'polite' });
  const keys = el('textarea', { id: 'keys', rows: 4, spellcheck: 'false', 'aria-label': '公钥', placeholder: 'ledger …\nledger-sm2 …\nwitness …' });
  const file = chooser('file', '①', '要核验的文件', 'The file');
  const proof = chooser('proof', '②', '它的证明（.tlog-proof）', 'Its proof');
  const known = chooser('keys-file', '③', '账本与见证方的公钥', 'Keys of the ledger and its witnesses',
    el('p', { class: 'small' }, '请用此前自行保存的公钥：与证明一同取得的公钥，只能证明两者出自同一人。'),
    () => run(verdict, button, async () => { keys.value = await read(known.input.files[0], 'KEYS'); }));
  known.node.append(el('p', { class: 'small' }, '或者粘贴在这里：'), keys);
  const button = el('button', { type: 'button', id: 'check', class: 'wide', onclick: () =>
    run(verdict, button, () => judge(file.input.files[0], proof.input.files[0], keys.value, verdict)) }, '核验 Verify');
  return el('section', { class: 'narrow verify' },
    el('h1', {}, '核验文件（离线）'),
    el('p', {}, '看一份文件是否与账本所记一模一样，哪怕只改过一个字节也能发现。断开网络也能使用。',
      english('Whether a file is byte for byte what the ledger holds. Works without a network.')),
    el('p', { class: 'private' }, '文件、证明和公钥都不离开您的设备：本页不发出任何网络请求。'),
    CAN ? null : el('div', { class: 'problem', role: 'alert' }, cannot, english(inEnglish)),
    file.node, proof.node, known.node, button, verdict);
}

/** Whatever goes wrong is said; the page is never left empty. */
async function run(place, button, work) {
  button.disabled = true;
  show(place);
  try {
    await work();
  } catch (failure) {
    show(place, failure instanceof Rejected ? refused(failure) : unread(failure));
  } finally {
    button.disabled = false;
    place.firstChild?.scrollIntoView({ block: 'nearest' });
  }
}

async function judge(file, proofFile, keyLines, place) {
  if (!CAN) throw new Rejected('NO_CRYPTO');
  if (!file) throw new Rejected('NO_FILE');
  if (!proofFile) throw new Rejected('NO_PROOF');
  if (!keyLines.trim()) throw new Rejected('NO_KEYS');
  const keys = await parseKeys(keyLines).catch((it) => { throw ofKeys(it); });
  const proof = parseProof(await bytes(proofFile));
  const digests = await digest(file, place);
  const signed = await checkProof(digests, proof, keys).catch((it) => { it.digests = digests; throw it; });
  show(place, signed.log ? proven(file, digests, proof, signed) : undecided(digests, signed));
}

async function read(file, kind) {
  try {
    return textOf(await bytes(file));
  } catch (it) {
    throw kind === 'KEYS' ? ofKeys(it) : it;
  }
}

const ofKeys = (it) => (it instanceof Rejected && it.code !== 'NO_LOG_KEY' ? new Rejected('KEYS', it.about) : it);

async function bytes(file) {
  if (file.size > MOST_TEXT) throw new Rejected('TOO_LONG');
  return new Uint8Array(await file.arrayBuffer());
}

/** SHA-256 and SM3, piece by piece: a film is not held in memory. */
async function digest(file, place) {
  const both = await Promise.all([globalThis.hashwasm.createSHA256(), globalThis.hashwasm.createSM3()]);
  const progress = el('progress', { max: file.size });
  show(place, el('p', { class: 'quiet' }, '正在本机计算指纹…… ', progress));
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
    both.forEach((it) => it.update(piece));
    progress.value = at + piece.length;
  }
  const [sha256, sm3] = both.map((it) => it.digest());
  return { sha256, sm3 };
}

function proven(file, digests, { index, checkpoint }, signed) {
  const [first] = signed.witnesses;
  return el('div', { class: 'verdict good', 'data-verdict': 'proven' },
    el('h2', {}, `这份文件与账本第 ${index + 1n} 项逐字节一致。`),
    el('p', {}, first
      ? `见证方证明：至迟于${time(first.at)}已记入账本，至迟自该时起推定未经篡改。`
      : '证明中没有可核验的见证，记入账本的时间请向法院查询。'),
    el('p', {}, LAW),
    english(first
      ? 'Byte for byte what the ledger holds. A witness saw it there at the time above at the latest; it is presumed untampered since then, not before.'
      : 'Byte for byte what the ledger holds. No witness that could be checked; ask the court when it was entered.'),
    facts([
      ['文件', `${file.name}（${size(file.size)}）`],
      ...fingerprints(digests),
      ['账本', `${checkpoint.origin}，共 ${checkpoint.size} 项`],
      ['账本签名', `Ed25519 有效${signed.sm2 ? '，SM2 有效' : '；没有可核验的 SM2 签名'}`],
      ...signed.witnesses.map((it) => ['见证', `${it.name}，${time(it.at)}`]),
    ]));
}

function undecided(digests, signed) {
  return el('div', { class: 'verdict unsure', 'data-verdict': 'undecided' },
    el('h2', {}, '没有得出结论：本浏览器不能验证 Ed25519 签名'),
    el('p', {}, `文件与证明相符，路径也成立${signed.sm2 ? '，SM2 签名有效' : ''}，但检查点的 Ed25519 签名没有核验。请用 ${BROWSERS} 或更新的浏览器打开本页，或使用命令行核验程序。`),
    english('This browser has no Ed25519, so the signature was not checked. Use a newer browser.'),
    facts(fingerprints(digests)));
}

function refused({ code, about, digests }) {
  const [isAnswer, text, inEnglish] = reasonOf(code);
  return el('div', { class: `verdict ${isAnswer ? 'bad' : 'unsure'}`, 'data-verdict': isAnswer ? 'refuted' : 'unread', 'data-reason': code },
    el('h2', {}, isAnswer ? '证明不成立，不能据此认定这份文件未经篡改。' : code === KEYS_REASON ? '公钥无法识别' : '还不能核验'),
    el('p', {}, isAnswer ? `原因：${text}` : text, about ? `（${about}）` : ''),
    english(inEnglish),
    digests ? facts(fingerprints(digests)) : null);
}

function unread(failure) {
  console.warn(failure.name);
  return el('div', { class: 'verdict unsure', 'data-verdict': 'unread' },
    el('h2', {}, '核验没有完成'),
    el('p', {}, '文件读不出来（可能被移动、改名或正被占用），或者本浏览器过旧。请重新选择后再试。'),
    english('A file could not be read, or this browser is too old.'));
}

const fingerprints = ({ sha256, sm3 }) => [['SHA-256', el('code', {}, sha256)], ['SM3', el('code', {}, sm3)]];

const time = (at) => second(at.toISOString());

show(document.getElementById('view'), page());
