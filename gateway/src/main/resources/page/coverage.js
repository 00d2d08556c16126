/** How much of what has to be on the chain is on it 上链覆盖, item by item; for operations and supervisors. */
import { el } from './dom.js';
import { get } from './api.js';
import { second } from './text.js';

const STANDINGS = {
  NOT_BUILT: () => el('span', { class: 'badge unsure' }, '未建'),
  NONE_YET: () => el('span', { class: 'badge unsure' }, '尚无'),
  COMPLETE: () => el('span', { class: 'badge good' }, '全部在链'),
  PENDING: (it) => el('span', { class: 'badge pending' }, `在途 ${it.pending} 项，最早 ${second(it.pendingSince)}`),
  WRONG: (it) => el('span', { class: 'bad' }, [it.missing && `缺失 ${it.missing} 项`, it.unknown && `来源不明 ${it.unknown} 项`].filter(Boolean).join('，')),
};

export async function coveragePage() {
  const { data } = await get('/api/v1/operations/ledger/coverage');
  return el('section', { class: 'narrow' },
    el('h1', {}, '上链覆盖'),
    el('p', {}, '法发〔2022〕16号第十一、十二条所列各项：各服务自己的记录中有多少行为，其中多少在账本上。'),
    el('table', { id: 'coverage' },
      el('thead', {}, el('tr', {}, ['事项', '在链 / 行为', '状态'].map((it) => el('th', { scope: 'col' }, it)))),
      el('tbody', {}, data.rows.map((it) => el('tr', { 'data-item': it.item },
        el('th', { scope: 'row' }, it.title),
        el('td', {}, it.spoken ? `${it.onLedger} / ${it.spoken}，${share(it)}` : '—'),
        el('td', {}, STANDINGS[it.standing](it)))))),
    el('p', { class: 'quiet' }, `统计至 ${second(data.measuredAt)}。“未建”的事项还没有系统产生行为，不算已覆盖。`));
}

/** Down to a tenth of a per cent: what is not whole never looks so. */
const share = ({ spoken, onLedger }) => `${Math.floor((onLedger / spoken) * 1000) / 10}%`;
