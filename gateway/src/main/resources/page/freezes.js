/** Freezes 冻结 under the claim: ordering them, what became of them, lifting them. */
import { action, el, field, select, show } from './dom.js';
import { act, refreshed } from './api.js';
import { ASSETS, INSTITUTIONS, day, money, word } from './text.js';

const STATES = { Ordered: ['submitted', '冻结中'], Frozen: ['accepted', '已冻结'], Releasing: ['submitted', '解除中'], Lifted: ['', '已解除'], Refused: ['returned', '未能冻结'] };

export function freezes(matter, { claim, reserved, items }, load) {
  return el('section', {}, el('h2', {}, '冻结'),
    el('p', { class: 'sum' }, `请求金额 ${money(claim)}，已控制或正在控制 ${money(reserved)}`),
    el('meter', { max: Number(claim), value: Number(reserved), 'aria-label': '已控制金额占请求金额' }),
    el('ul', { class: 'lines' }, items.map((it) => freeze(matter, it, load))));
}

function words({ state, ordered, held, until }) {
  if (state === 'Frozen' || state === 'Releasing') return `冻结 ${money(held)}，至 ${day(until)}`;
  return state === 'Ordered' ? `要求冻结 ${money(ordered)}，至 ${day(until)}` : `曾要求冻结 ${money(ordered)}`;
}

function freeze(matter, it, load) {
  const [kind, text] = STATES[it.state] ?? ['', it.state];
  const reason = el('input', { type: 'text', maxlength: 200 });
  const canRelease = matter.isJudge && it.state === 'Frozen';
  return el('li', { class: 'card', 'data-freeze': it.freezeId, 'data-state': it.state },
    el('p', {}, el('span', { class: `state ${kind}` }, text), ` ${word(INSTITUTIONS, it.institution)} · ${word(ASSETS, it.assetKind)}`),
    el('p', {}, words(it)),
    it.reason ? el('p', { class: 'bad' }, it.reason) : null,
    it.requests.some((each) => each.state === 'UNKNOWN') ? el('p', { class: 'small' }, '已发出，尚未收到结果；机构不应答的，按请求编号核对，不会重复冻结。') : null,
    canRelease ? el('details', {}, el('summary', {}, '解除冻结'), field('解除理由', reason), action('解除', async () => {
      await act('POST', `${matter.path}/freezes/${it.freezeId}/release`, { json: { reason: reason.value.trim() }, etag: `"${it.version}"` }).catch(refreshed(load));
      document.activeElement?.blur();
      await load();
    }, 'second')) : null);
}

/** The form for a freeze; what can be chosen follows what was found and registered. */
export function freezing(matter, load) {
  const asset = select([]);
  const ruling = select([]);
  const amount = el('input', { type: 'text', inputmode: 'decimal' });
  const months = el('input', { type: 'number', min: 1, max: 36 });
  const node = el('details', { class: 'card', hidden: true }, el('summary', {}, '要求冻结'),
    field('财产', asset), field('依据的裁定书', ruling), field('金额（元）', amount, '车辆、不动产填写计入请求金额的价值'), field('期限（月）', months, '不填为法定最长期限'),
    action('要求冻结', async () => {
      const [institution, assetId] = JSON.parse(asset.value);
      const json = { rulingId: ruling.value, assetId, institution, amount: amount.value.replace(/[,，\s]/g, ''), months: months.value ? Number(months.value) : undefined };
      await act('POST', `${matter.path}/freezes`, { json });
      amount.value = '';
      node.open = false;
      await load();
    }, 'wide'));
  const offer = (assets, rulings) => {
    const free = assets.filter((it) => !it.exemption);
    node.hidden = !free.length || !rulings.length;
    options(asset, free.map((it) => [JSON.stringify([it.institution, it.assetId]), `${word(ASSETS, it.kind)} ${it.description}`]));
    options(ruling, rulings.map((it) => [it.rulingId, it.number]));
  };
  return { node, offer };
}

function options(control, all) {
  const chosen = control.value;
  show(control, all.map(([value, text]) => el('option', { value }, text)));
  if (all.some(([value]) => value === chosen)) control.value = chosen;
}
