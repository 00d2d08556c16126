/** What is mine: for a party filings and cases, for the filing judge the queue, for other staff their cases. */
import { el } from './dom.js';
import { all } from './api.js';
import { session } from './session.js';
import { CHANNELS, court, day, left, minute, money, ROLES, word } from './text.js';

export async function casesPage() {
  const asksFilings = session.is('PARTY', 'FILING_JUDGE');
  const [cases, filings] = await Promise.all([
    session.is('FILING_JUDGE') && !session.is('ENFORCEMENT_JUDGE') ? [] : all('/api/v1/cases').catch(none),
    asksFilings ? all('/api/v1/filings') : [],
  ]);
  const known = new Set(cases.map((it) => it.id));
  const open = filings.filter((it) => !known.has(it.id));
  return el('section', {},
    el('div', { class: 'head' }, el('h1', {}, title()),
      session.is('PARTY') ? el('a', { class: 'button', id: 'new-filing', href: '#/filings/new' }, '申请执行') : null),
    session.is('PARTY') && open.length ? el('h2', {}, '申请') : null,
    list(open.map(filing)),
    session.is('PARTY') && cases.length ? el('h2', {}, '案件') : null,
    list(cases.map(line)),
    cases.length + open.length ? null : el('p', { class: 'empty' }, nothing()));
}

function none(problem) {
  if (problem.isMissing) return [];
  throw problem;
}

function title() {
  if (session.is('FILING_JUDGE')) return '待审查的申请';
  return session.is('PARTY') ? '我的案件' : '承办案件';
}

function nothing() {
  if (session.is('FILING_JUDGE')) return '没有待审查的申请。';
  return session.is('PARTY') ? '还没有案件。有生效的判决、调解书或裁决而对方没有履行的，可以申请执行。' : '没有案件。';
}

const list = (items) => (items.length ? el('ul', { class: 'lines' }, items.map((it) => el('li', {}, it))) : null);

function filing(it) {
  return el('a', { class: 'line', href: `#/filings/${it.id}`, 'data-filing': it.id },
    el('span', { class: `state ${it.state.toLowerCase()}` }, it.stateText),
    el('strong', {}, it.caseNumber ?? (it.claimAmount ? `申请执行 ${money(it.claimAmount)}` : '执行申请')),
    el('span', { class: 'quiet' }, [
      it.courtCode && court(it.courtCode), word(CHANNELS, it.channel), it.materials && `材料 ${it.materials} 份`,
      it.submittedAt && `${minute(it.submittedAt)} 提交`, it.decideBy && `${day(it.decideBy)} 前审查`, it.due && `${day(it.due)} 前补正`,
      left(it.daysLeft), it.corrected && '补正后重新提交', session.is('FILING_JUDGE') && it.reviewer && (it.reviewer === session.me.id ? '由您审查' : `${it.reviewer} 审查中`),
    ].filter(Boolean).join(' · ')));
}

function line(it) {
  const roles = it.roles.map((role) => word(ROLES, role)).join('、');
  return el('a', { class: 'line', href: `#/cases/${it.id}`, 'data-case': it.id },
    el('span', { class: 'state' }, roles),
    el('strong', {}, it.caseNumber),
    el('span', { class: 'quiet' }, [court(it.courtCode), it.lastMessageAt ? `最近消息 ${minute(it.lastMessageAt)}` : `${day(it.openedAt)} 立案`].join(' · ')));
}
