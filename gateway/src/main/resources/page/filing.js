/** One filing: for the applicant to fill in and hand in, for the filing judge to decide, for both to read. */
import { action, busy, el, facts, faults, field, select, show } from './dom.js';
import { act, get, Problem, refreshed } from './api.js';
import { application } from './application.js';
import { forClient } from './agent.js';
import { decision } from './review.js';
import { download, progress, upload } from './upload.js';
import { session } from './session.js';
import { ACTS, BASES, CHANNELS, CLAIMS, PAPERS, court, day, left, minute, money, size, word } from './text.js';

const KEPT = 'court.draft.filing';

export async function filingPage(id) {
  const place = el('section', { class: 'narrow' });
  if (id === 'new') return show(place, opening());
  const load = async () => {
    const { data, etag } = await get(`/api/v1/filings/${id}`);
    show(place, view({ ...data, etag, path: `/api/v1/filings/${id}` }, load));
  };
  await load();
  return place;
}

/** What is typed is kept in this tab until the server has it. */
function opening() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  const start = kept?.applicants?.[0]?.idNumber === undefined && !kept?.agents?.length ? undefined : kept;
  const place = el('div');
  let form;
  const begin = (from) => {
    form = application(from, (it) => sessionStorage.setItem(KEPT, JSON.stringify(it)));
    show(place, form.node);
  };
  const whose = select([['OWN', '为自己（本单位）申请'], ['CLIENT', '受委托代他人申请']], start?.agents?.length ? 'CLIENT' : 'OWN');
  whose.addEventListener('change', () => { sessionStorage.removeItem(KEPT); begin(whose.value === 'CLIENT' ? forClient() : undefined); });
  begin(start);
  return [el('h1', {}, '申请执行'), el('p', { class: 'quiet' }, '第 1 步：填写信息。保存后可随时回来继续。'),
    session.person?.organisation ? null : field('申请方式', whose, '改选后请重新填写'), place,
    action('保存，下一步上传材料', async () => {
      const { data } = await act('POST', '/api/v1/filings', { json: form.read() });
      sessionStorage.removeItem(KEPT);
      location.hash = `#/filings/${data.id}`;
    }, 'wide')];
}

function view(it, load) {
  const { summary } = it;
  const isMine = session.is('PARTY');
  const isOpen = isMine && (summary.state === 'DRAFT' || summary.state === 'RETURNED');
  return [
    el('p', {}, el('span', { class: `state ${summary.state.toLowerCase()}`, id: 'filing-state' }, summary.stateText)),
    el('h1', {}, summary.caseNumber ?? '执行申请'),
    summary.state === 'ACCEPTED' ? el('p', {}, `已立案，承办法官：${summary.judgeName}。`, isMine ? el('a', { class: 'button', href: `#/cases/${summary.id}` }, '进入案件群') : null) : null,
    summary.state === 'ACCEPTED' && isMine && it.form.agents?.length ? el('p', { class: 'quiet' }, '代理人经承办法官同意后进入案件群。') : null,
    isMine && summary.underReview ? el('p', {}, '立案法官正在审查。') : null,
    it.missing ? correction(it) : null,
    ...(isOpen ? lacking(summary) : []),
    it.warnings?.length ? el('div', { class: 'card' }, el('h2', {}, '请留意'), el('ul', {}, it.warnings.map((each) => el('li', {}, `${each.detail}（${each.source}）`)))) : null,
    isOpen ? editing(it, load) : reading(it),
    materials(it, isOpen, load),
    isOpen ? handIn(it, load) : null,
    isMine ? givingUp(it, load) : null,
    session.is('FILING_JUDGE') && summary.state === 'SUBMITTED' ? decision(it, load) : null,
  ];
}

const correction = (it) => el('div', { class: 'problem' },
  el('p', {}, `法院一次性告知需要补正的内容，请在 ${day(it.due)} 前（${left(it.summary.daysLeft)}）补齐后重新提交：`),
  el('ul', {}, it.missing.map((each) => el('li', {}, `${each.item}：${each.reason}`, each.paper ? `（请提交纸质件，事由：${word(PAPERS, each.paper)}）` : null))));

/** What stands against handing it in, and what does not but is worth a look. */
function lacking({ missing = [], advice = [] }) {
  return [
    missing.length ? el('div', { class: 'problem', id: 'filing-missing' }, el('p', {}, `提交前还有 ${missing.length} 处需要补充或更正，您填写的内容都还在：`), faults(missing)) : null,
    advice.length ? el('details', {}, el('summary', {}, `另有 ${advice.length} 点提示`), faults(advice)) : null,
  ];
}

function editing(it, load) {
  const form = application(it.form);
  const saved = JSON.stringify(form.read());
  it.save = async () => {
    const json = form.read();
    if (JSON.stringify(json) === saved) return;
    const { etag } = await act('PUT', it.path, { json, etag: it.etag }).catch(refreshedOnly(it));
    it.etag = etag;
  };
  return el('details', { open: it.summary.state === 'RETURNED' || it.summary.missing?.length > 0 }, el('summary', {}, '申请信息'), form.node,
    action('保存修改', async () => { await it.save(); await load(); }, 'second'));
}

/** A newer version elsewhere: what was typed here stays, the next press overwrites knowingly. */
function refreshedOnly(it) {
  return refreshed(async () => { it.etag = (await get(it.path)).etag; });
}

function reading({ form, summary }) {
  const people = (list) => (list ?? []).map((p) => [p.name, p.idNumber, p.phone].filter(Boolean).join('，')).join('；');
  const rows = [
    ['受理法院', court(form.courtCode)], ['申请执行人', people(form.applicants)], ['代理人', people(form.agents)], ['被执行人', people(form.respondents)],
    ['请求种类', word(CLAIMS, form.claim?.kind)], ['请求完成的行为', word(ACTS, form.claim?.act)], ['请求金额', money(summary.claimAmount)], ['请求事项', form.claim?.description],
    ['执行依据', `${word(BASES, form.basis?.kind)} ${form.basis?.number ?? ''}`], ['作出机关', form.basis?.issuedBy], ['生效日期', day(form.basis?.effectiveOn)],
    ['来源', word(CHANNELS, summary.channel)], ['提交时间', minute(summary.submittedAt)],
    ['审查期限', summary.decideBy && `${day(summary.decideBy)}（${left(summary.daysLeft)}）`],
  ];
  return facts(rows.filter(([, text]) => text));
}

function materials(it, isOpen, load) {
  return el('section', {}, el('h2', {}, isOpen ? '第 2 步：上传材料' : '材料'),
    el('ul', { class: 'files' }, it.materials.map((file) => el('li', { class: 'file' }, el('strong', {}, file.name),
      el('span', { class: 'small' }, `${file.kind} · ${size(file.size)}`),
      el('span', { class: 'row' },
        file.scan?.state === 'INFECTED' ? el('span', { class: 'small' }, '发现恶意程序，已隔离') : action('下载', () => download(`${it.path}/materials/${file.id}/content`, file.name), 'second'),
        isOpen ? action('删除', async () => { await act('DELETE', `${it.path}/materials/${file.id}`, { etag: it.etag }).catch(refreshed(load)); await load(); }, 'second') : null)))),
    it.materials.length ? null : el('p', { class: 'quiet' }, '还没有材料，请至少上传执行依据。'),
    isOpen ? attaching(it, load) : null);
}

function attaching(it, load) {
  const bar = progress();
  const said = el('div');
  const kind = el('input', { type: 'text', id: 'material-kind', value: nextKind(it), maxlength: 40 });
  const pick = el('input', { type: 'file', id: 'material-file', class: 'unseen', onchange: () => busy(pick, said, async () => {
    await it.save?.();
    try {
      await upload(`${it.path}/materials`, [['kind', kind.value]], [['file', pick.files[0]]], { etag: it.etag, onprogress: bar.told });
    } finally {
      pick.value = '';
      bar.hidden = true;
    }
    await load();
  }) });
  return el('div', { class: 'row' }, el('div', { class: 'field' }, el('label', { for: 'material-kind' }, '材料类别'), kind),
    el('label', { class: 'button second', for: 'material-file' }, '选择文件上传'), pick, bar, said);
}

/** What is most likely handed in next. */
function nextKind(it) {
  if (!it.materials.length) return '执行依据';
  return it.form.agents?.length && it.materials.every((each) => each.kind !== '授权委托书') ? '授权委托书' : '其他材料';
}

function handIn(it, load) {
  return action('提交申请', async () => {
    if (!it.materials.length) throw new Problem(400, { detail: '尚未上传任何材料，请至少上传执行依据后再提交。' });
    await it.save();
    await act('POST', `${it.path}/submission`, { etag: it.etag });
    await load();
  }, 'wide');
}

/** A draft is thrown away, what reached the court is taken back until it decides. */
function givingUp(it, load) {
  const { state } = it.summary;
  if (state === 'DRAFT') {
    return el('details', {}, el('summary', {}, '删除草稿'), el('p', { class: 'quiet' }, '删除后内容和材料不能恢复。'),
      action('删除', async () => { await act('DELETE', it.path, { etag: it.etag }).catch(refreshed(load)); location.hash = '#/'; }, 'second'));
  }
  if (state !== 'SUBMITTED' && state !== 'RETURNED') return null;
  const reason = el('input', { type: 'text', maxlength: 500 });
  return el('details', {}, el('summary', {}, '撤回申请'), el('p', { class: 'quiet' }, '撤回后不能恢复；需要执行的，可在申请期间内重新提交。'), field('撤回的理由', reason),
    action('撤回', async () => { await act('POST', `${it.path}/withdrawal`, { etag: it.etag, json: { reason: reason.value.trim() } }).catch(refreshed(load)); await load(); }, 'second'));
}
