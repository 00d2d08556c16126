/** The public corner: is this file, byte by byte, the one on the ledger? Works without signing in. */
import { el, facts, problemBox, show } from './dom.js';
import { get } from './api.js';
import { hex, sha256 } from './merkle.js';
import { checkFile } from './proof.js';
import { second, size } from './text.js';

const MOST = 1024 * 1024 * 1024;

export function verifyPage(digest) {
  const verdict = el('div', { id: 'verdict', 'aria-live': 'polite' });
  const input = el('input', { type: 'file', id: 'check-file', class: 'unseen', onchange: () => input.files[0] && take(input.files[0], verdict) });
  const zone = el('label', { class: 'drop', for: 'check-file' },
    el('strong', {}, '选择文件，或拖到这里'),
    el('span', {}, '判决书、笔录、照片、录音、录像，任何格式都可以'));
  zone.addEventListener('dragover', (it) => { it.preventDefault(); zone.classList.add('over'); });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (it) => {
    it.preventDefault();
    zone.classList.remove('over');
    if (it.dataTransfer.files[0]) take(it.dataTransfer.files[0], verdict);
  });
  if (digest) judge({ digest }, verdict);
  return el('section', { class: 'narrow verify' },
    el('h1', {}, '核验文件'),
    el('p', {}, '看一份文件是否与存证时一模一样，哪怕只改过一个字节也能发现。无需登录。'),
    el('p', { class: 'private' }, '文件不会离开您的设备：只在本机算出指纹（SHA-256），用指纹查询账本。'),
    input, zone, verdict, offline(), audit());
}

async function take(file, place) {
  if (!crypto.subtle) return say(place, 'unsure', '本浏览器无法计算指纹', '请用 https 网址或更新的浏览器打开本页。');
  if (file.size > MOST) return say(place, 'unsure', '文件超过 1 GB', '本页一次读入整个文件；请用命令行工具计算 SHA-256 后按指纹核验。');
  show(place, el('p', { class: 'quiet' }, `正在本机计算“${file.name}”的指纹……`));
  try {
    const digest = hex(await sha256(await file.arrayBuffer()));
    return await judge({ digest, file }, place);
  } catch (failure) {
    if (!failure.detail) console.warn(failure.name);
    return say(place, 'unsure', '没有读到这份文件', '文件可能太大或正被占用，请重新选择后再试。');
  }
}

async function judge(subject, place) {
  show(place, el('p', { class: 'quiet' }, '正在查询账本……'));
  try {
    const { data: proof } = await get(`/api/v1/ledger/files/${subject.digest}`, { open: true });
    const { data: keys } = await get('/api/v1/ledger/keys', { open: true });
    const found = await checkFile(subject.digest, proof, keys);
    show(place, found ? proven(subject, proof, found) : refuted(subject));
  } catch (problem) {
    if (problem.status === 404) show(place, unknown(subject));
    else show(place, problemBox(problem.detail ? problem : { detail: '核验没有完成，请重试。' }));
  }
}

function proven(subject, proof, found) {
  const size = found.checkpoint.size;
  return el('div', { class: 'verdict good', 'data-verdict': 'proven' },
    el('h2', {}, '与存证一致'),
    el('p', {}, `这份文件自 ${second(proof.enteredAt)} 记入账本之时起，推定未经篡改。记入之前的真实性不在推定范围内。`),
    facts([
      ...about(subject),
      ['收到', second(proof.receivedAt)],
      ['入账', second(proof.enteredAt)],
      ['上链锚定', proof.anchoredAt ? second(proof.anchoredAt) : '尚未锚定'],
      ['见证', found.witnesses.length ? found.witnesses.map((it) => el('span', { class: 'witness' }, `${it.name}，${second(it.at.toISOString())}`)) : '尚无见证方见证'],
      ['账本位置', `第 ${proof.index + 1} 项，检查点共 ${size} 项`],
    ]),
    el('h3', {}, '本浏览器自行复核'),
    el('ul', { class: 'steps' },
      step(true, '账本所记指纹与本机算出的相同'),
      step(true, `证明路径（${proof.path.length} 步）算出的根与检查点一致`),
      found.log
        ? step(true, '检查点有账本的 Ed25519 签名')
        : el('li', { class: 'unsure' }, '本浏览器不支持 Ed25519，签名没有复核；可换用较新的浏览器'),
      ...found.witnesses.map((it) => step(true, `见证方 ${it.name} 的签名成立：至迟于${second(it.at.toISOString())}已在账本中`))),
    el('p', { class: 'small' }, proof.statement),
    kept(subject));
}

/** What to keep, so that this can be checked without us, and after us. */
function kept({ digest, file }) {
  return el('div', { class: 'card' },
    el('h3', {}, '留存证明，以后离线核验'),
    el('p', {}, '与文件一起保存；以后断开网络、不经本平台也能核验。'),
    el('a', { class: 'button second', href: `/api/v1/ledger/files/${digest}/proof`, download: `${file?.name ?? digest}.tlog-proof` }, '下载证明'));
}

function offline() {
  return el('div', { class: 'card' },
    el('h2', {}, '离线核验'),
    el('p', {}, '把核验页和公钥保存在自己的设备上，以后断开网络也能核验文件和它的证明。公钥请及早保存：与证明同时取得的公钥说明不了什么。'),
    el('div', { class: 'row' },
      el('a', { class: 'button second', href: '/page/offline.html', download: '离线核验.html' }, '下载离线核验页'),
      el('a', { class: 'button second', href: '/api/v1/ledger/keys', download: '账本公钥.txt' }, '下载公钥')));
}

/** What the last walk over the whole ledger found, and when: for everybody to see. */
function audit() {
  const line = el('p', { class: 'quiet', id: 'audit' });
  get('/api/v1/ledger/audit', { open: true }).then(
    ({ data }) => show(line, data.last ? `${data.sentence}（${second(data.last.finishedAt)}）` : data.sentence),
    () => show(line, '暂时看不到全量复核的情况。'));
  return line;
}

function refuted(subject) {
  return el('div', { class: 'verdict bad', 'data-verdict': 'refuted' },
    el('h2', {}, '账本的证明不成立'),
    el('p', {}, '账本给出的证明与其签名的检查点不符，不能据此认定。请保留文件并告知法院。'),
    facts(about(subject)));
}

function unknown(subject) {
  return el('div', { class: 'verdict bad', 'data-verdict': 'unknown' },
    el('h2', {}, '账本中没有这份文件'),
    el('p', {}, '要么内容被改动过（哪怕一个字节），要么从未提交过，要么刚刚提交尚未记入。'),
    el('p', {}, '请核对是否为原始文件：微信转发、另存、截图都会改变内容。'),
    facts(about(subject)));
}

function about({ digest, file }) {
  return [...(file ? [['文件', `${file.name}（${size(file.size)}）`]] : []), ['指纹 SHA-256', el('code', {}, digest)]];
}

const step = (isGood, text) => el('li', { class: isGood ? 'good' : 'bad' }, text);

function say(place, kind, head, text) {
  show(place, el('div', { class: `verdict ${kind}` }, el('h2', {}, head), el('p', {}, text)));
}
