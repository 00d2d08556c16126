/** Closing the case, and what then becomes of its dossier: sealing, sealed, received by the intranet. */
import { action, el, show } from './dom.js';
import { act, all, find, refreshed } from './api.js';
import { download } from './upload.js';
import { day, minute, money, size, word, CLOSINGS, WAYS } from './text.js';

const STATES = { OPEN: '案件办理中，卷宗随时生成，结案后封卷。', SEALING: '正在封卷：等待全部内容归卷并上链。', SEALED: '已封卷。' };
const SOURCES = { filing: '立案', interaction: '互动', asset: '财产', dossier: '卷宗' };

export async function dossierPart(matter) {
  const place = el('div');
  let timer;
  let gone = false;
  const load = async () => {
    clearTimeout(timer);
    const [talks, dossier] = await Promise.all([all(`${matter.path}/talks`).catch(() => []), find(`${matter.path}/dossier`)]);
    show(place, closing(matter, talks, load), dossier ? state(matter, dossier.data) : null);
    const waits = matter.room.closing && dossier && !(dossier.data.packages?.length && dossier.data.packages.every((it) => it.receivedAt));
    if (waits && !gone) timer = setTimeout(() => load().catch(() => {}), 3000);
  };
  await load();
  place.leave = () => { gone = true; clearTimeout(timer); };
  return place;
}

function closing(matter, talks, load) {
  const done = matter.room.closing;
  if (done) {
    return el('section', { class: 'card' }, el('h2', {}, word(CLOSINGS, done.mode)),
      el('p', {}, `${minute(done.closedAt)} 结案${done.received ? `，申请执行人确认收到 ${money(done.received)}` : ''}。`));
  }
  if (!matter.isJudge) return el('p', { class: 'quiet' }, '案件尚未结案。');
  const confirmed = talks.filter((it) => it.confirmed);
  const boxes = confirmed.map((it) => el('input', { type: 'checkbox', value: it.id, checked: !!it.payment }));
  return el('section', { class: 'card' }, el('h2', {}, '结案：执行完毕'),
    el('p', { class: 'quiet' }, '依据申请执行人已确认的谈话笔录；冻结须先解除或到期。'),
    confirmed.length ? null : el('p', { class: 'empty' }, '还没有经确认的笔录。'),
    confirmed.map((it, i) => el('label', { class: 'check' }, boxes[i],
      `${minute(it.openedAt)} 笔录${it.payment ? `：${day(it.payment.paidOn)} ${word(WAYS, it.payment.way)} ${money(it.payment.amount)}` : ''}`)),
    action('以执行完毕结案', async () => {
      const json = { mode: 'PERFORMED', talkIds: boxes.filter((it) => it.checked).map((it) => it.value) };
      await act('POST', `${matter.path}/closing`, { json, etag: matter.etag }).catch(refreshed(matter.refresh));
      await matter.refresh();
      await load();
    }, 'wide'));
}

function state(matter, it) {
  return el('section', { class: 'card', 'data-dossier': it.state }, el('h2', {}, '电子卷宗'),
    el('p', {}, STATES[it.state] ?? it.state),
    (it.lag ?? []).filter((lag) => lag.notEntered || lag.notOnLedger).map((lag) => el('p', { class: 'small' },
      `${word(SOURCES, lag.source)}：待归卷 ${lag.notEntered} 项，待上链 ${lag.notOnLedger} 项`)),
    (it.packages ?? []).map((each) => packageCard(matter, each)));
}

function packageCard(matter, it) {
  const path = `${matter.path}/dossier/${it.packageId}`;
  const name = it.number === 0 ? '卷宗' : `补充卷 ${it.number}`;
  return el('div', { class: 'file', 'data-package': it.packageId },
    el('strong', {}, `${name} · 正卷 ${it.pages} 页 · ${size(it.size)}`),
    el('span', { class: 'small' }, `${minute(it.sealedAt)} 封卷`),
    el('ul', { class: 'steps' },
      el('li', { class: it.proven ? 'good' : 'waiting' }, it.proven ? '整包指纹已上链' : '整包指纹待上链'),
      el('li', { class: it.receivedAt ? 'good' : 'waiting' }, it.receivedAt ? `内网已接收并核验 · ${minute(it.receivedAt)}` : '等待内网接收')),
    el('code', { class: 'small' }, it.sha256),
    el('span', { class: 'row' },
      action('正卷 PDF', () => download(`${path}/volume`, `${name}.pdf`), 'second'),
      action('卷宗包', () => download(`${path}/package`, `${name}.zip`), 'second')));
}
