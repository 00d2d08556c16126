/** The whole case at a glance 全程留痕, each act with its standing on the ledger. */
import { busy, el, show } from './dom.js';
import { all, get } from './api.js';
import { parseCheckpoint } from './note.js';
import { checkLeaf } from './proof.js';
import { minute, second } from './text.js';

const ACTORS = { PARTY: '当事人', STAFF: '法院', SERVICE: '平台' };

export async function timelinePart(matter) {
  const place = el('div');
  let timer;
  let gone = false;
  const load = async () => {
    const pending = await draw(matter, place);
    if (!gone && pending) timer = setTimeout(() => load().catch(() => {}), 2000);
  };
  await load();
  place.leave = () => { gone = true; clearTimeout(timer); };
  return place;
}

async function draw(matter, place) {
  const [acts, leaves, note] = await Promise.all([
    all(`${matter.path}/timeline`),
    all(`${matter.path}/leaves`).catch(() => []),
    get('/api/v1/ledger/checkpoint', { open: true }).then((it) => it.data).catch(() => undefined),
  ]);
  const index = new Map(leaves.filter((it) => it.kind !== 'FILE').map((it) => [it.id, it.index]));
  const checkpoint = note ? parseCheckpoint(note) : undefined;
  const pending = acts.filter((it) => it.ledger === 'PENDING').length;
  show(place,
    el('p', { class: 'summary', role: 'status' }, pending
      ? `共 ${acts.length} 项，其中 ${pending} 项正在记入账本。`
      : `共 ${acts.length} 项，全部在链${checkpoint ? `（检查点 ${checkpoint.size} 项）` : ''}。`),
    el('ol', { class: 'timeline' }, acts.map((it) => item(it, index.get(it.factId), note))));
  return pending;
}

function item(it, index, note) {
  return el('li', { 'data-type': it.type, 'data-ledger': it.ledger },
    el('time', { datetime: it.time }, minute(it.time)),
    el('strong', {}, it.recalled ? `${it.title}（已撤回）` : it.title),
    el('span', { class: 'quiet' }, [ACTORS[it.actorKind], it.files && `附文件 ${it.files} 份`].filter(Boolean).join(' · ')),
    badge(it, index, note));
}

function badge(it, index, note) {
  if (!it.ledger) return el('span', { class: 'badge unsure' }, '账本暂无应答');
  if (it.ledger === 'PENDING') return el('span', { class: 'badge pending' }, '待上链');
  if (index === undefined || !note) return el('span', { class: 'badge good' }, '在链');
  const said = el('div', { class: 'said', 'aria-live': 'polite' });
  const button = el('button', { type: 'button', class: 'badge good', title: '在本浏览器复核这一项的证明', onclick: () =>
    busy(button, said, async () => show(said, await proof(it, index))) }, `在链 · 第 ${index + 1} 项`);
  return el('div', {}, button, said);
}

async function proof(it, index) {
  const { data: note } = await get('/api/v1/ledger/checkpoint', { open: true });
  const { size } = parseCheckpoint(note);
  const [{ data: inclusion }, { data: keys }] = await Promise.all([
    get(`/api/v1/ledger/inclusion?index=${index}&size=${size}`, { open: true }),
    get('/api/v1/ledger/keys', { open: true }),
  ]);
  const found = await checkLeaf(inclusion, note, keys);
  return el('p', { class: found ? 'small good' : 'small bad' }, found
    ? `已在本浏览器复核：这一项在共 ${size} 项的检查点之内${found.log ? '，检查点签名有效' : '（本浏览器不支持验签）'}。归入卷宗 ${second(it.receivedAt)}。`
    : '证明不成立，请告知法院技术人员。');
}
