/** Property of the respondent 财产查控, for the court's side: who was asked, what was found, what is frozen. */
import { action, el, facts, field, select, show } from './dom.js';
import { act, find } from './api.js';
import { freezes, freezing } from './freezes.js';
import { download, progress, upload } from './upload.js';
import { ASSETS, INSTITUTIONS, day, minute, money, word } from './text.js';

const STATES = { OPEN: '查询中', PROCESSING: '机构处理中', UNKNOWN: '已发出，等待反馈', ANSWERED: '已反馈', WITHDRAWN: '已撤回' };

export async function assetsPart(matter) {
  const [asked, found, papers, held] = [el('div'), el('div'), el('div'), el('div')];
  const order = freezing(matter, () => load());
  let timer;
  let gone = false;
  const load = async () => {
    clearTimeout(timer);
    const [queries, assets, rulings, under] = await Promise.all(
      ['queries', 'assets', 'rulings', 'freezes'].map(async (it) => (await find(`${matter.path}/${it}`))?.data));
    if (gone) return;
    redraw(asked, queries && asking(matter, queries.items, load));
    redraw(found, assets && findings(matter, assets.items));
    redraw(papers, rulings && rulingList(matter, rulings.items));
    redraw(held, under && freezes(matter, under, load));
    order.offer(assets?.items ?? [], rulings?.items ?? []);
    const isWaiting = queries?.items.some((it) => !it.complete) || under?.items.some((it) => it.state === 'Ordered' || it.state === 'Releasing');
    if (isWaiting) timer = setTimeout(() => load().catch(() => {}), 2500);
  };
  await load();
  const isOpen = matter.isJudge && !matter.room.closing;
  const place = el('div', {}, asked.childNodes.length ? null : el('p', { class: 'empty' }, '财产查控暂无内容。'),
    asked, found, papers, isOpen ? registering(matter, load) : null, held, isOpen ? order.node : null);
  place.leave = () => { gone = true; clearTimeout(timer); };
  return place;
}

/** What somebody is just typing into is left alone. */
function redraw(place, content) {
  if (!place.contains(document.activeElement)) show(place, content ?? []);
}

function asking(matter, queries, load) {
  return el('section', { class: 'card' }, el('h2', {}, '网络查询'),
    queries.length ? null : el('p', { class: 'quiet' }, '还没有发起查询。'),
    queries.map((it, i) => el('details', { 'data-query': it.queryId, open: i === 0 },
      el('summary', {}, `${minute(it.startedAt)} ${it.standing ? '按常设指令' : '按法官指令'}查询 ${matter.name(it.respondentId)}的财产`),
      el('table', {}, el('thead', {}, el('tr', {}, ['机构', '进展', '结果'].map((name) => el('th', { scope: 'col' }, name)))),
        el('tbody', {}, it.items.map(asked))))),
    matter.isJudge && !matter.room.closing ? matter.respondents.map((it) => action(`查询 ${it.name} 的财产`, async () => {
      await act('POST', `${matter.path}/queries`, { json: { respondentId: it.memberId } });
      await load();
    }, 'second')) : null);
}

function asked(it) {
  const result = it.state !== 'ANSWERED' ? '' : it.assets.length ? `查到 ${it.assets.length} 项` : '未查到财产';
  return el('tr', { 'data-institution': it.institution, 'data-state': it.state },
    el('td', {}, it.institutionName ?? word(INSTITUTIONS, it.institution)),
    el('td', {}, word(STATES, it.state), it.fault ? el('span', { class: 'small bad' }, ` 上次反馈不可信，已作废（${it.fault}）`) : null),
    el('td', {}, result));
}

function findings(matter, assets) {
  if (!assets.length) return null;
  return el('section', {}, el('h2', {}, '查到的财产'), el('ul', { class: 'lines' }, assets.map((it) => el('li', { class: 'card', 'data-asset': it.assetId },
    el('p', {}, el('span', { class: 'state' }, word(ASSETS, it.kind)), ` ${word(INSTITUTIONS, it.institution)} · ${matter.name(it.respondentId)}`),
    el('strong', {}, it.description),
    facts([
      ['余额或价值', money(it.balance)], ['可冻结', money(it.available)], ['反馈时间', minute(it.answeredAt)],
      ['在先冻结', it.priorFreezes.map((each) => `${each.court} ${money(each.amount)} 至 ${day(each.until)}`).join('；')],
    ].filter(([, text]) => text)),
    it.exemption ? el('p', { class: 'bad' }, `不得查封：${it.exemption}`) : null))));
}

function rulingList(matter, rulings) {
  return el('section', {}, el('h2', {}, '裁定书与协助执行通知书'),
    rulings.length ? null : el('p', { class: 'quiet' }, '冻结以裁定书和协助执行通知书为依据，还没有登记。'),
    rulings.map((it) => el('div', { class: 'card', 'data-ruling': it.rulingId },
      el('strong', {}, it.number), el('p', {}, `${matter.name(it.respondentId)} · 限额 ${money(it.limit)} · 已用 ${money(it.reserved)}`),
      el('div', { class: 'row' }, [[it.rulingFileId, '裁定书'], [it.noticeFileId, '协助执行通知书']].map(([id, name]) =>
        action(name, () => download(`${matter.path}/rulings/${it.rulingId}/files/${id}/content`, `${name}.pdf`), 'second'))))));
}

function registering(matter, load) {
  const number = el('input', { type: 'text', maxlength: 60, placeholder: '（2026）沪0117执1号之一' });
  const about = select(matter.respondents.map((it) => [it.memberId, it.name]));
  const limit = el('input', { type: 'text', inputmode: 'decimal', placeholder: '120000.00' });
  const file = (id) => el('input', { type: 'file', id, accept: 'application/pdf' });
  const [ruling, notice, bar] = [file('ruling-file'), file('notice-file'), progress()];
  const node = el('details', { class: 'card' }, el('summary', {}, '登记裁定书'),
    field('裁定书文号', number), field('被执行人', about), field('控制限额（元）', limit), field('裁定书（PDF）', ruling), field('协助执行通知书（PDF）', notice), bar,
    action('登记', async () => {
      const fields = [['number', number.value.trim()], ['respondentId', about.value], ['limit', limit.value.replace(/[,，\s]/g, '')]];
      const files = [['ruling', ruling.files[0]], ['notice', notice.files[0]]].filter(([, it]) => it);
      await upload(`${matter.path}/rulings`, fields, files, { onprogress: bar.told });
      [number, limit, ruling, notice].forEach((it) => { it.value = ''; });
      node.open = false;
      await load();
    }, 'wide'));
  return node;
}
