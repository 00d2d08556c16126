/** What the filing judge decides: accept, or return once with everything that is missing. */
import { action, el, field, select } from './dom.js';
import { act } from './api.js';
import { refreshed } from './case.js';
import { PAPERS } from './text.js';

/** Paper is asked for with one of the four reasons, or said not to be wanted; unsaid, the words decide (rule RF3). */
const UNSAID = '';
const NONE = 'NONE';
const paperOf = (chosen) => (chosen === UNSAID ? {} : chosen === NONE ? { onPaper: false } : { onPaper: true, paper: chosen });

function lack() {
  const row = {
    item: el('input', { type: 'text', placeholder: '生效证明' }),
    reason: el('input', { type: 'text', placeholder: '未提交裁判文书生效证明' }),
    paper: select([[UNSAID, '在线补交即可'], ...PAPERS.map(([code, text]) => [code, `要求纸质件：${text}`]), [NONE, '提到纸质件或原件，但不要求提交']], UNSAID),
  };
  row.node = el('div', {}, el('div', { class: 'row' }, field('缺少的材料', row.item), field('理由', row.reason)), field('纸质件', row.paper));
  row.read = () => ({ item: row.item.value.trim(), reason: row.reason.value.trim(), ...paperOf(row.paper.value) });
  return row;
}

export function decision(it, load) {
  const done = async (work) => { await work.catch(refreshed(load)); await load(); };
  const list = el('div', { class: 'missing' });
  const rows = [];
  const add = () => {
    const row = lack();
    rows.push(row);
    list.append(row.node);
  };
  add();
  const days = el('input', { type: 'number', min: 1, max: 30, value: 7 });
  const again = el('input', { type: 'text' });
  return el('section', { class: 'card' }, el('h2', {}, '审查决定'),
    action('受理立案', () => done(act('POST', `${it.path}/acceptance`, { etag: it.etag })), 'wide'),
    el('details', {}, el('summary', {}, '退回补正'),
      el('p', { class: 'quiet' }, '请一次写明全部缺少的内容。已经电子提交的材料，只有具备法定事由才能要求纸质件。'), list,
      el('button', { type: 'button', class: 'plain', onclick: add }, '再加一项'),
      field('补正期限（天）', days),
      it.summary.corrected ? field('再次要求补正的理由', again) : null,
      action('退回补正', () => done(act('POST', `${it.path}/correction`, { etag: it.etag, json: {
        missing: rows.map((row) => row.read()).filter((row) => row.item || row.reason),
        days: Number(days.value), againReason: again.value.trim() || undefined,
      } })), 'second')));
}
