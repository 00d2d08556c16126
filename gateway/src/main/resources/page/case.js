/** One case: its head with the people in it, and the parts one can open. */
import { action, el, show } from './dom.js';
import { act, get, refreshed } from './api.js';
import { session } from './session.js';
import { court, day, ROLES, word, CLOSINGS } from './text.js';
import { roomPart } from './room.js';
import { timelinePart } from './timeline.js';
import { assetsPart } from './assets.js';
import { talksPart } from './talks.js';
import { deadlinesPart } from './deadlines.js';
import { dossierPart } from './dossier.js';

const PARTS = [
  ['room', '互动', roomPart, () => true],
  ['timeline', '时间线', timelinePart, () => true],
  ['assets', '财产', assetsPart, () => session.isStaff],
  ['talks', '谈话', talksPart, () => true],
  ['deadlines', '期限', deadlinesPart, () => true],
  ['dossier', '结案归档', dossierPart, () => session.isStaff],
];

/** A case as its parts see it: what is known of it now, and how to ask again. */
class Case {
  constructor(id) {
    this.id = id;
    this.path = `/api/v1/cases/${id}`;
  }

  async load() {
    const { data, etag } = await get(`${this.path}/room`);
    Object.assign(this, { room: data, etag });
    return this;
  }

  get isJudge() { return session.is('ENFORCEMENT_JUDGE'); }

  get parties() { return this.room.members.filter((it) => it.role === 'APPLICANT' || it.role === 'RESPONDENT'); }

  get respondents() { return this.parties.filter((it) => it.role === 'RESPONDENT'); }

  isMine(memberId) { return memberId === session.me.id || this.room.myPartyIds.includes(memberId); }

  name(memberId) {
    const member = this.room.members.find((it) => it.memberId === memberId);
    return member?.name ?? word(ROLES, member?.role) ?? '';
  }
}

export async function casePage(id, part = 'room') {
  const matter = await new Case(id).load();
  const aside = el('aside', { class: 'card case-head' });
  const place = el('div', { class: 'part' });
  const mine = PARTS.filter(([, , , isFor]) => isFor());
  const chosen = mine.find(([name]) => name === part) ?? mine[0];
  const tabs = el('nav', { class: 'tabs', 'aria-label': '案件内容' }, mine.map(([name, text]) =>
    el('a', { href: `#/cases/${id}/${name}`, 'data-part': name, 'aria-current': name === chosen[0] ? 'page' : null }, text)));
  const again = async () => { await matter.load(); show(aside, head(matter, again)); };
  matter.refresh = again;
  show(aside, head(matter, again));
  const opened = await chosen[2](matter);
  const page = el('section', { class: 'case' }, aside, el('div', {}, tabs, show(place, opened)));
  page.leave = opened.leave;
  return page;
}

function head(matter, again) {
  const { caseNumber, courtCode, openedAt, closing, members } = matter.room;
  const staff = members.filter((it) => !matter.parties.includes(it) && it.name);
  return [
    el('h1', {}, caseNumber),
    el('p', { class: 'quiet' }, `${court(courtCode)} · ${day(openedAt)} 立案`),
    closing ? el('p', { class: 'state accepted' }, `${word(CLOSINGS, closing.mode)} · ${day(closing.closedAt)}`) : null,
    el('details', { open: innerWidth >= 1000 },
      el('summary', {}, '承办人与当事人'),
      el('ul', { class: 'people' },
        staff.map((it) => el('li', {}, el('span', { class: 'quiet' }, word(ROLES, it.role)), el('strong', {}, it.name))),
        matter.parties.map((it) => person(matter, it, again)))),
  ];
}

function person(matter, it, again) {
  const canRelease = matter.isJudge && it.role === 'RESPONDENT' && !it.inRoom && !matter.room.closing;
  return el('li', {}, el('span', { class: 'quiet' }, word(ROLES, it.role)), el('strong', {}, it.name),
    it.inRoom ? null : el('span', { class: 'small' }, '尚未进入案件群，看不到任何内容'),
    canRelease ? action('准许进入案件群', async () => {
      await act('POST', `${matter.path}/respondents/${it.memberId}/release`, { etag: matter.etag }).catch(refreshed(again));
      await again();
    }, 'second') : null);
}
