/** The application form: reads what a filing holds into fields, and fields into what the filing service takes. */
import { el, field, select } from './dom.js';
import { agentFields, clientFields } from './agent.js';
import { session } from './session.js';
import { ACTS, BASES, CLAIMS, COURTS } from './text.js';

const input = (value, more = {}) => el('input', { type: 'text', autocomplete: 'off', value: value ?? '', ...more });

/** @returns the form's element and how to read it */
export function application(form, onedit) {
  const applicant = form?.applicants?.[0] ?? self();
  const respondent = form?.respondents?.[0] ?? {};
  const agent = form?.agents?.length ? agentFields(form.agents[0], input) : undefined;
  const client = agent ? clientFields(applicant, input) : undefined;
  const mine = {
    name: input(applicant.name, { required: true }), idNumber: input(applicant.idNumber, { required: true, spellcheck: false }),
    phone: input(applicant.phone, { required: true, inputmode: 'tel' }),
  };
  const other = {
    kind: select([['PERSON', '个人'], ['ORGANISATION', '单位']], respondent.kind ?? 'PERSON'), name: input(respondent.name, { required: true }),
    idNumber: input(respondent.idNumber, { required: true, spellcheck: false }), phone: input(respondent.phone, { inputmode: 'tel' }),
  };
  const account = { holder: input(applicant.account?.holder ?? applicant.name), bank: input(applicant.account?.bank), number: input(applicant.account?.number, { inputmode: 'numeric', spellcheck: false }) };
  const claimKind = select(CLAIMS, form?.claim?.kind ?? 'MONEY');
  const deed = select(ACTS, form?.claim?.act ?? ACTS[0][0]);
  const claim = { amount: input(form?.claim?.amount, { required: true, inputmode: 'decimal', placeholder: '120000.00' }), description: el('textarea', { rows: 3, required: true, value: form?.claim?.description ?? '' }) };
  const basis = {
    kind: select(BASES, form?.basis?.kind ?? 'JUDGMENT'), number: input(form?.basis?.number, { required: true, placeholder: '（2025）沪0117民初1234号' }),
    issuedBy: input(form?.basis?.issuedBy, { required: true }), effectiveOn: el('input', { type: 'date', required: true, value: form?.basis?.effectiveOn ?? '' }),
  };
  const court = select(COURTS, form?.courtCode ?? COURTS[0][0]);
  const node = el('div', { oninput: () => onedit?.(read()) },
    agent ? group('代理人', agent.fields) : null,
    group('申请执行人', whoAsks(applicant, mine, client)),
    group('收款账户', [field('户名', account.holder, '应是申请执行人本人（单位）的账户'), field('开户银行', account.bank), field('账号', account.number)]),
    group('被执行人', [field('类型', other.kind), field('姓名或名称', other.name), field('证件号码', other.idNumber, '个人填身份证号码，单位填统一社会信用代码'), field('手机号码（如知道）', other.phone)]),
    group('请求', [field('受理法院', court), field('请求种类', claimKind), field('请求执行的金额（元）', claim.amount, '请求交付财物或完成行为的不填'), field('请求完成的行为', deed, '请求种类为完成行为时选择'), field('请求事项', claim.description)]),
    group('执行依据', [field('文书种类', basis.kind), field('文书编号', basis.number), field('作出机关', basis.issuedBy), field('生效日期', basis.effectiveOn)]));

  const text = (it) => it.value.trim() || undefined;
  const texts = (fields) => Object.fromEntries(Object.entries(fields).map(([name, it]) => [name, text(it)]));
  /** What the fields hold, upon what the form held: what this page does not show stays. */
  const read = () => ({
    ...form,
    courtCode: court.value,
    agents: agent ? [agent.read(), ...form.agents.slice(1)] : form?.agents,
    applicants: [{ ...applicant, ...texts(mine), ...asked(), account: isMoney() ? texts(account) : applicant.account }, ...(form?.applicants ?? []).slice(1)],
    respondents: [{ ...respondent, ...texts(other), idType: idType(respondent, other.kind.value) }, ...(form?.respondents ?? []).slice(1)],
    claim: {
      ...form?.claim, kind: claimKind.value, description: text(claim.description), act: claimKind.value === 'ACT' ? deed.value : undefined,
      amount: isMoney() ? text(claim.amount)?.replace(/[,，\s]/g, '') : undefined,
    },
    basis: { ...form?.basis, ...texts(basis) },
  });
  const asked = () => (client ? { ...client.read(), idType: idType(applicant, client.kind.value) } : {});
  const isMoney = () => claimKind.value === 'MONEY';
  return { node, read };
}

function whoAsks(applicant, mine, client) {
  if (client) {
    return [field('类型', client.kind), field('姓名或名称', mine.name), field('证件号码', mine.idNumber, '个人填身份证号码，单位填统一社会信用代码'),
      field('当事人手机号码', mine.phone), client.organisation];
  }
  if (applicant.kind !== 'ORGANISATION') return [field('姓名', mine.name), field('身份证号码', mine.idNumber), field('手机号码', mine.phone, '法院用这个号码联系您')];
  return [field('单位名称', mine.name), field('统一社会信用代码', mine.idNumber), field('联系手机', mine.phone),
    el('p', { class: 'quiet' }, `法定代表人：${applicant.representative?.name ?? ''}`)];
}

const group = (title, fields) => el('fieldset', {}, el('legend', {}, title), fields);

/** A paper of another type than the usual one stays what it is. */
const idType = (party, kind) => (party.kind === kind && party.idType) || (kind === 'PERSON' ? 'ID_CARD' : 'CREDIT_CODE');

/** Who signed in, as the form calls them. */
function self() {
  const { organisation, ...person } = session.person ?? { idType: 'ID_CARD' };
  if (!organisation) return { kind: 'PERSON', ...person };
  const { name, idType, idNumber, phone } = person;
  return { kind: 'ORGANISATION', name: organisation.name, idType: 'CREDIT_CODE', idNumber: organisation.creditCode, phone, representative: { name, idType, idNumber } };
}
