/** The room 一案一群: what was said, as it is said, and a place to say something. */
import { action, busy, el, field, problemBox, select, show } from './dom.js';
import { act, all, call, newId, Problem } from './api.js';
import { download, progress, upload } from './upload.js';
import { CaseGroup } from './casegroup.js';
import { cardWords } from './cards.js';
import { session } from './session.js';
import { clock, day, ROLES, size, word } from './text.js';

export async function roomPart(matter) {
  const list = el('ol', { class: 'stream', role: 'log', 'aria-live': 'polite', 'aria-label': '消息' });
  const empty = el('p', { class: 'empty' }, '还没有消息。');
  const line = el('p', { class: 'line-state small', role: 'status' });
  const room = el('div', { class: 'room' }, line, list, empty);
  let date = '';
  const add = (entry) => {
    const time = entry.time ?? entry.card?.time;
    if (day(time) !== date) list.append(el('li', { class: 'date' }, date = day(time)));
    empty.hidden = true;
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 120;
    list.append(entry.card ? card(matter, entry.card) : message(matter, entry));
    amend(matter, list, entry);
    if (atEnd || entry.senderId && matter.isMine(entry.senderId)) requestAnimationFrame(() => { list.scrollTop = list.scrollHeight; });
  };
  const before = await all(`${matter.path}/messages`, 'after');
  before.forEach(add);
  const last = before.length ? before[before.length - 1].seq : 0;
  const people = new Set(['RespondentReleased', 'CaseClosed']);
  const group = new CaseGroup({
    door: () => door(matter),
    after: last,
    each: (entry) => {
      add(entry);
      if (people.has(entry.card?.type)) matter.refresh();
    },
    told: (isOpen) => show(line, isOpen ? '' : '连接中断，正在重新连接……'),
  });
  room.append(composer(matter, group));
  room.leave = () => group.close();
  return room;
}

/** Where the room's socket is, with a ticket for it; null for who has no room here any more. */
async function door(matter) {
  try {
    const { data } = await call('POST', `${matter.path}/socket-tickets`, { json: {} });
    return `${location.origin.replace(/^http/, 'ws')}${matter.path}/socket?ticket=${data.ticket}`;
  } catch (problem) {
    if (problem.isMissing) return null;
    throw problem;
  }
}

function message(matter, it) {
  const isMine = matter.isMine(it.senderId);
  const isLimited = matter.parties.some((party) => party.inRoom && !it.audience.includes(party.memberId));
  return el('li', { class: `message${isMine ? ' mine' : ''}`, 'data-message': it.messageId },
    el('div', { class: 'who' }, el('strong', {}, matter.name(it.senderId) || word(ROLES, it.senderRole)),
      el('span', {}, `${word(ROLES, it.senderRole)} ${clock(it.time)}`)),
    el('div', { class: 'bubble' },
      it.replyTo ? el('p', { class: 'small quoted', 'data-about': it.replyTo }, '回复上文') : null,
      it.kind === 'RECALL' ? el('p', { class: 'small' }, '撤回了一条消息。') : null,
      it.recalled ? el('p', { class: 'small' }, '已撤回') : null,
      it.kind === 'CORRECTION' ? el('p', { class: 'small' }, `更正前文（理由：${it.reason ?? ''}）：`) : null,
      it.text ? el('p', {}, it.text) : null,
      it.file ? fileLine(matter, it.file) : null,
      it.correctedBy ? el('p', { class: 'small amended' }, '发言人已更正，见后文') : null,
      mayRecall(matter, it) ? recallLine(matter, it) : null,
      isLimited ? el('p', { class: 'small limited' }, reach(matter, it.audience)) : null));
}

/** A while after it was said; whether it is still in time, the platform decides. */
const mayRecall = (matter, it) => matter.isMine(it.senderId) && !it.recalled && !it.about && Date.now() - Date.parse(it.time) < 120_000;

function recallLine(matter, it) {
  const line = action('撤回', async () => {
    await act('POST', `${matter.path}/messages/${it.messageId}/recall`);
    line.remove();
  }, 'plain');
  setTimeout(() => line.remove(), 120_000 - (Date.now() - Date.parse(it.time)));
  return line;
}

/** What was said earlier is shown as what became of it. */
function amend(matter, list, it) {
  const bubble = it.about && list.querySelector(`[data-message="${it.about}"] .bubble`);
  if (!bubble) return;
  const isCourt = !matter.room.myPartyIds.length; // which reads on what was taken back
  if (it.kind === 'RECALL') bubble[isCourt ? 'prepend' : 'replaceChildren'](el('p', { class: 'small' }, '已撤回'));
  else if (!bubble.querySelector('.amended')) bubble.append(el('p', { class: 'small amended' }, '发言人已更正，见后文'));
}

function reach(matter, audience) {
  const names = audience.map((id) => matter.name(id)).filter(Boolean);
  return names.length ? `仅法院与${names.join('、')}可见` : '仅法院可见';
}

function fileLine(matter, file) {
  const place = el('div');
  const button = el('button', { type: 'button', class: 'second', onclick: () => busy(button, place, () =>
    download(`${matter.path}/files/${file.id}/content`, file.name)) }, '下载');
  return el('div', { class: 'file' }, el('strong', {}, file.name), el('span', { class: 'small' }, size(file.size)),
    el('span', { class: 'row' }, button, el('a', { href: `#/verify/${file.sha256}` }, '核验')), place);
}

function card(matter, it) {
  const [head, words] = cardWords(it, (id) => matter.name(id));
  return el('li', { class: 'notice', 'data-card': it.type },
    el('strong', {}, head), el('span', { class: 'small' }, clock(it.time)), el('p', {}, words));
}

/** What is typed stays in this tab until it was sent. */
function composer(matter, group) {
  const draft = `court.draft.${matter.id}`;
  const text = el('textarea', { rows: 2, maxlength: 5000, value: sessionStorage.getItem(draft), oninput: () => sessionStorage.setItem(draft, text.value) });
  const audience = select(audiences(matter));
  const said = el('div');
  const bar = progress();
  const pick = el('input', { type: 'file', class: 'unseen', id: 'room-file', onchange: () => { chosen.textContent = pick.files[0] ? `${pick.files[0].name}（${size(pick.files[0].size)}）` : ''; } });
  const chosen = el('span', { class: 'small', 'aria-live': 'polite' });
  const send = el('button', { type: 'submit' }, '发送');
  const form = el('form', { class: 'composer', onsubmit: (it) => {
    it.preventDefault();
    busy(send, said, async () => {
      if (!text.value.trim() && !pick.files[0]) return show(said, problemBox({ detail: '请先写下内容或选择文件。' }));
      await say(matter, group, { text: text.value, audience: audience.value, file: pick.files[0] }, bar);
      text.value = '';
      pick.value = '';
      chosen.textContent = '';
      return sessionStorage.removeItem(draft);
    }).finally(() => { bar.hidden = true; });
  } }, field('内容', text), el('div', { class: 'row' }, field('谁能看到', audience),
    el('label', { class: 'button second', for: 'room-file' }, '附文件'), pick, send), chosen, bar, said);
  text.addEventListener('keydown', (it) => { if (it.key === 'Enter' && (it.ctrlKey || it.metaKey)) form.requestSubmit(); });
  return form;
}

function audiences(matter) {
  const inside = matter.parties.filter((it) => it.inRoom && !matter.isMine(it.memberId));
  const one = session.isStaff ? inside.map((it) => [it.memberId, `仅${it.name}与法院`]) : [];
  return [['', '群内所有人'], ['COURT', '仅法院'], ...one];
}

async function say(matter, group, { text, audience, file }, bar) {
  const to = audience ? [audience] : undefined;
  if (!file) {
    return group.post({ clientMsgId: newId(), text, audience: to }).catch((refused) => { throw new Problem(refused.status, refused); });
  }
  const fields = [...(text.trim() ? [['text', text]] : []), ...(to ? to.map((it) => ['audience', it]) : [])];
  return upload(`${matter.path}/files`, fields, [['file', file]], { onprogress: bar.told });
}

