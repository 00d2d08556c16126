/** What the filing judge does: takes the review, calls people, looks for duplicates, accepts, returns once, refuses. */
import { action, asked, el, field, select, show } from './dom.js';
import { act, get, refreshed } from './api.js';
import { session } from './session.js';
import { minute, PAPERS, REFUSALS, ROLES, word } from './text.js';

const ACCEPTING = '受理后即编立案号、随机分案并开通案件群，不能撤销。确认受理这件申请？';

export function decision(it, load) {
  const step = async (method, path, json) => {
    await act(method, `${it.path}/${path}`, { etag: it.etag, json }).catch(refreshed(load));
    await load();
  };
  const isOpen = !it.summary.reviewer || it.summary.reviewer === session.me.id;
  return el('section', { class: 'card' }, el('h2', {}, '审查决定'), reviewer(it.summary.reviewer, step),
    isOpen ? [asked('受理立案', ACCEPTING, '确认受理', () => step('POST', 'acceptance')), returning(it, step), refusing(step)] : null,
    people(it, step), related(it));
}

/** One judge at a time: a colleague's review is taken over for a reason that goes on record. */
function reviewer(who, step) {
  if (!who) return action('由我审查', () => step('POST', 'review', {}), 'second');
  if (who === session.me.id) return el('div', { class: 'row' }, el('p', {}, '由您审查。'), action('放回待审查', () => step('DELETE', 'review'), 'second'));
  const reason = el('input', { type: 'text', maxlength: 500 });
  return el('div', {}, el('p', {}, `${who} 正在审查。`), field('接手的理由', reason), action('接手审查', () => step('POST', 'review', { reason: reason.value.trim() }), 'second'));
}

function returning(it, step) {
  const list = el('div', { class: 'missing' });
  const rows = [];
  const add = () => {
    const row = { item: el('input', { type: 'text', placeholder: '生效证明' }), reason: el('input', { type: 'text', placeholder: '未提交裁判文书生效证明' }), paper: select([['', '未涉及'], ['NONE', '不要纸质件'], ...PAPERS.map(([code, why]) => [code, `要：${why}`])], '') };
    rows.push(row);
    list.append(el('div', { class: 'row' }, field('缺少的材料', row.item), field('理由', row.reason), field('是否要纸质件', row.paper)));
  };
  add();
  const days = el('input', { type: 'number', min: 1, max: 30, value: 7 });
  const again = el('input', { type: 'text' });
  return el('details', {}, el('summary', {}, '退回补正'),
    el('p', { class: 'quiet' }, '请一次写明全部缺少的内容。'), list,
    el('button', { type: 'button', class: 'plain', onclick: add }, '再加一项'),
    field('补正期限（天）', days),
    it.summary.corrected ? field('再次要求补正的理由', again) : null,
    action('退回补正', () => step('POST', 'correction', {
      missing: rows.map((row) => ({ item: row.item.value.trim(), reason: row.reason.value.trim(), ...paper(row.paper.value) }))
        .filter((row) => row.item || row.reason),
      days: Number(days.value), againReason: again.value.trim() || undefined,
    }), 'second'));
}

/** Nothing chosen says nothing: words that sound like paper are then asked about. */
const paper = (chosen) => (chosen === '' ? {} : chosen === 'NONE' ? { onPaper: false } : { onPaper: true, paper: chosen });

function refusing(step) {
  const why = select([['', '请选择'], ...REFUSALS], '');
  const text = el('textarea', { rows: 3, maxlength: 2000 });
  return el('details', {}, el('summary', {}, '不予受理'), field('事由', why), field('理由', text, '申请人会读到这段文字'),
    action('裁定不予受理', () => step('POST', 'refusal', { reasonCode: why.value || undefined, text: text.value.trim() }), 'second'));
}

/** Contact data are shown for a reason that goes on record first; what was said on the phone is noted beside them. */
function people(it, step) {
  const reason = el('input', { type: 'text', maxlength: 500, placeholder: '材料不全，电话联系代理人' });
  const shown = el('div');
  return el('details', {}, el('summary', {}, '联系当事人和代理人'), field('查看理由', reason, '查看和理由都会留痕'),
    action('查看联系方式', async () => {
      const { data } = await act('POST', `${it.path}/contacts`, { json: { reason: reason.value.trim() } });
      show(shown, data.contacts.map(contact), note(data.contacts, step));
    }, 'second'), shown);
}

const contact = (it) => el('p', {}, `${word(ROLES, it.role)} ${it.name}：`,
  it.phone ? el('a', { href: `tel:${it.phone}` }, it.phone) : '未留电话', [it.address, it.email].filter(Boolean).map((text) => `，${text}`).join(''));

function note(contacts, step) {
  const who = select(contacts.map((each) => [each.id, `${word(ROLES, each.role)} ${each.name}`]), contacts[0]?.id);
  const text = el('textarea', { rows: 3, maxlength: 2000 });
  return [field('通话对象', who), field('通话内容', text), action('记录通话', () => step('POST', 'calls', { with: who.value, text: text.value.trim() }), 'second')];
}

function related(it) {
  const list = el('ul', {});
  const box = el('details', {}, el('summary', {}, '关联和重复的申请'), list);
  box.addEventListener('toggle', async () => {
    const { data } = await get(`${it.path}/related`);
    show(list, data.length ? data.map((each) => el('li', {}, el('a', { href: `#/filings/${each.id}` }, each.caseNumber ?? '执行申请'),
      ` ${minute(each.submittedAt)} ${each.sameBasis ? '同一执行依据' : '同样的当事人'}`)) : el('li', {}, '没有。'));
  }, { once: true });
  return box;
}
