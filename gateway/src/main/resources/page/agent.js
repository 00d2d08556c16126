/** Who files for somebody else by a letter of authority 授权委托书, and for whom. */
import { el, field, select } from './dom.js';
import { session } from './session.js';
import { AGENTS, POWERS } from './text.js';

/** An application of somebody else's, by who signed in. */
export function forClient() {
  const { organisation, ...person } = session.person ?? { idType: 'ID_CARD' };
  return { applicants: [{ kind: 'PERSON', idType: 'ID_CARD' }], agents: [{ kind: 'LAWYER', powers: [], represents: [0], ...person }] };
}

/** @returns fields for the agent, and how to read them upon what the form held */
export function agentFields(agent, input) {
  const kind = select(AGENTS, agent.kind ?? 'LAWYER');
  const texts = {
    name: input(agent.name, { required: true }), idNumber: input(agent.idNumber, { required: true, spellcheck: false }),
    phone: input(agent.phone, { required: true, inputmode: 'tel' }), firm: input(agent.firm), licence: input(agent.licence, { inputmode: 'numeric', spellcheck: false }),
  };
  const powers = POWERS.map(([code, text]) => [code, el('input', { type: 'checkbox', checked: agent.powers?.includes(code) }), text]);
  const fields = [
    field('代理人身份', kind), field('姓名', texts.name), field('身份证号码', texts.idNumber), field('手机号码', texts.phone, '法院用这个号码联系您'),
    field('工作单位', texts.firm, '律师填写律师事务所'), field('执业证号', texts.licence, '律师填写，17 位数字'),
    el('div', { role: 'group', 'aria-label': '特别授权' }, el('strong', {}, '特别授权'), el('span', { class: 'hint' }, '只勾选授权委托书写明的事项；都不勾选即为一般授权'),
      powers.map(([, box, text]) => el('label', { class: 'check' }, box, text))),
    el('p', { class: 'quiet' }, '下一步请上传授权委托书。立案后，您经承办法官同意即可代当事人进入案件群。'),
  ];
  const read = () => ({
    ...agent, kind: kind.value, powers: powers.filter(([, box]) => box.checked).map(([code]) => code),
    ...Object.fromEntries(Object.entries(texts).map(([name, it]) => [name, it.value.trim() || undefined])),
  });
  return { fields, read };
}

/** The fields of a client who need not be a person; whoever signs in for themselves is known already. */
export function clientFields(applicant, input) {
  const kind = select([['PERSON', '个人'], ['ORGANISATION', '单位']], applicant.kind ?? 'PERSON');
  const { representative } = applicant;
  const head = { name: input(representative?.name), idNumber: input(representative?.idNumber, { spellcheck: false }) };
  const organisation = el('div', {}, field('法定代表人姓名', head.name), field('法定代表人身份证号码', head.idNumber));
  const seen = () => { organisation.hidden = kind.value !== 'ORGANISATION'; };
  kind.addEventListener('change', seen);
  seen();
  const read = () => ({
    kind: kind.value,
    representative: kind.value === 'ORGANISATION'
      ? { idType: 'ID_CARD', ...representative, name: head.name.value.trim() || undefined, idNumber: head.idNumber.value.trim() || undefined } : undefined,
  });
  return { kind, organisation, read };
}
