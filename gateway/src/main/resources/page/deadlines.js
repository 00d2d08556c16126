/** The limits of a case 期限: date and calendar days left, the law they rest on, and what moved them. */
import { el } from './dom.js';
import { find } from './api.js';
import { day, left, LIMITS, word } from './text.js';

const STATES = { RUNNING: '计算中', SUSPENDED: '中止计算', MET: '已按期办理', MISSED: '已逾期', OPEN: '已届满', CANCELLED: '已取消' };
const SHADES = { RUNNING: 'submitted', SUSPENDED: 'submitted', MET: 'accepted', MISSED: 'returned' };
const WHY = { CALENDAR: '放假安排调整', EXTENSION: '准许顺延', PROLONGATION: '批准延长', EXCLUSION: '扣除期间', RESUMPTION: '恢复计算' };

export async function deadlinesPart(matter) {
  const limits = (await find(`${matter.path}/deadlines`))?.data.items ?? [];
  return limits.length
    ? el('ul', { class: 'lines' }, limits.map(limit))
    : el('p', { class: 'empty' }, '没有与您有关的期限。');
}

function limit(it) {
  const isOpen = it.state === 'RUNNING' || it.state === 'SUSPENDED';
  return el('li', { class: 'card', 'data-limit': it.rule },
    el('p', {}, el('span', { class: `state ${SHADES[it.state] ?? ''}` }, word(STATES, it.state)), ' ', el('strong', {}, word(LIMITS, it.rule))),
    el('p', { class: 'sum' }, `${day(it.due)} 届满${it.provisional ? '（暂定）' : ''}${isOpen ? `，${left(it.daysLeft)}` : ''}`),
    el('p', { class: 'small' }, `自 ${day(it.anchor)} 的次日起算 · ${it.source}`),
    it.history.length ? el('ul', { class: 'steps' }, it.history.map((move) =>
      el('li', {}, `${day(move.at)} ${word(WHY, move.why)}：${day(move.oldDue)} → ${day(move.newDue)}`))) : null);
}
