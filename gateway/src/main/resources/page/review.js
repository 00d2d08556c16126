/** What the filing judge decides: accept, or return once with everything that is missing. */
import { action, el, field } from './dom.js';
import { act } from './api.js';
import { refreshed } from './case.js';

export function decision(it, load) {
  const done = async (work) => { await work.catch(refreshed(load)); await load(); };
  const list = el('div', { class: 'missing' });
  const rows = [];
  const add = () => {
    const row = { item: el('input', { type: 'text', placeholder: '生效证明' }), reason: el('input', { type: 'text', placeholder: '未提交裁判文书生效证明' }) };
    rows.push(row);
    list.append(el('div', { class: 'row' }, field('缺少的材料', row.item), field('理由', row.reason)));
  };
  add();
  const days = el('input', { type: 'number', min: 1, max: 30, value: 7 });
  const again = el('input', { type: 'text' });
  return el('section', { class: 'card' }, el('h2', {}, '审查决定'),
    action('受理立案', () => done(act('POST', `${it.path}/acceptance`, { etag: it.etag })), 'wide'),
    el('details', {}, el('summary', {}, '退回补正'),
      el('p', { class: 'quiet' }, '请一次写明全部缺少的内容。'), list,
      el('button', { type: 'button', class: 'plain', onclick: add }, '再加一项'),
      field('补正期限（天）', days),
      it.summary.corrected ? field('再次要求补正的理由', again) : null,
      action('退回补正', () => done(act('POST', `${it.path}/correction`, { etag: it.etag, json: {
        missing: rows.map((row) => ({ item: row.item.value.trim(), reason: row.reason.value.trim() })).filter((row) => row.item || row.reason),
        days: Number(days.value), againReason: again.value.trim() || undefined,
      } })), 'second')));
}
