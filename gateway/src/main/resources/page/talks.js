/** Formal talks 谈话: the judge puts the record down, the participants read and confirm it. */
import { action, el, field, select, show } from './dom.js';
import { act, all, get } from './api.js';
import { day, minute, money, WAYS, word } from './text.js';

export async function talksPart(matter) {
  const list = el('div');
  let timer;
  let gone = false;
  const load = async () => {
    clearTimeout(timer);
    const lines = await all(`${matter.path}/talks`).catch((problem) => {
      if (problem.isMissing) return undefined;
      throw problem;
    });
    if (!lines) return show(list, el('p', { class: 'empty' }, '谈话功能暂不可用。'));
    const talks = await Promise.all(lines.map(async (it) => (await get(`${matter.path}/talks/${it.id}`)).data));
    if (gone) return undefined;
    if (talks.some((it) => !it.confirmed)) timer = setTimeout(() => load().catch(() => {}), 3000);
    if (list.contains(document.activeElement) || list.querySelector('[role=alert]')) return undefined;
    return show(list, talks.length ? el('ul', { class: 'lines' }, talks.map((it) => talk(matter, it, load))) : el('p', { class: 'empty' }, '还没有谈话笔录。'));
  };
  await load();
  const place = el('div', {}, list, matter.isJudge && !matter.room.closing ? opening(matter, load) : null);
  place.leave = () => { gone = true; clearTimeout(timer); };
  return place;
}

function talk(matter, it, load) {
  const mine = it.participantIds.filter((id) => matter.room.myPartyIds.includes(id) && !it.confirmations.some((done) => done.partyId === id));
  return el('li', { class: 'card', 'data-talk': it.id },
    el('p', {}, el('span', { class: `state ${it.confirmed ? 'accepted' : 'submitted'}` }, it.confirmed ? '已确认' : '待确认'), ` ${minute(it.openedAt)}`),
    it.payment ? el('p', { class: 'sum' }, `${day(it.payment.paidOn)} ${word(WAYS, it.payment.way)} ${money(it.payment.amount)}`) : null,
    el('p', { class: 'transcript' }, it.transcript ?? ''),
    el('ul', { class: 'steps' }, it.participantIds.map((id) => {
      const done = it.confirmations.find((each) => each.partyId === id);
      return el('li', { class: done ? 'good' : 'waiting' }, `${matter.name(id)} ${done ? `${minute(done.at)} 确认` : '尚未确认'}`);
    })),
    mine.map((partyId) => action('我已阅读，笔录属实，确认', async () => {
      await act('POST', `${matter.path}/talks/${it.id}/confirmation`, { json: { partyId } });
      document.activeElement?.blur();
      await load();
    })));
}

function opening(matter, load) {
  const inside = matter.parties.filter((it) => it.inRoom);
  const boxes = inside.map((it) => el('input', { type: 'checkbox', name: 'participant', value: it.memberId, checked: it.role === 'APPLICANT' }));
  const draft = `court.draft.talk.${matter.id}`;
  const transcript = el('textarea', { rows: 6, maxlength: 50000, id: 'transcript', value: sessionStorage.getItem(draft), oninput: () => sessionStorage.setItem(draft, transcript.value) });
  const way = select([['', '与付款无关'], ...WAYS], '');
  const amount = el('input', { type: 'text', inputmode: 'decimal', id: 'paid-amount' });
  const paidOn = el('input', { type: 'date', id: 'paid-on' });
  way.id = 'paid-way';
  return el('section', { class: 'card' }, el('h2', {}, '记录谈话'),
    el('fieldset', {}, el('legend', {}, '参加人'), inside.map((it, i) => el('label', { class: 'check' }, boxes[i], it.name))),
    field('笔录', transcript, '参加人会看到全文并逐一确认'),
    el('div', { class: 'row' }, field('付款', way), field('金额（元）', amount), field('付款日期', paidOn)),
    action('送参加人确认', async () => {
      const payment = way.value ? { amount: amount.value.trim(), way: way.value, paidOn: paidOn.value || undefined } : undefined;
      const participantIds = boxes.filter((it) => it.checked).map((it) => it.value);
      await act('POST', `${matter.path}/talks`, { json: { participantIds, transcript: transcript.value, payment } });
      sessionStorage.removeItem(draft);
      [transcript, way, amount, paidOn].forEach((it) => { it.value = ''; });
      await load();
    }, 'wide'));
}
