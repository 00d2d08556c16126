/** Builds elements. Text is only ever set as text: nothing that came from somebody becomes markup. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  const { value, ...rest } = props;
  for (const [name, it] of Object.entries(rest)) {
    if (it === undefined || it === null || it === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), it);
    else node.setAttribute(name, it === true ? '' : String(it));
  }
  node.append(...children.flat().filter((it) => it !== undefined && it !== null && it !== false && it !== ''));
  if (value !== undefined && value !== null) node.value = value;
  return node;
}

/** Puts these in place of what was there. */
export function show(place, ...children) {
  place.replaceChildren(...children.flat().filter((it) => it !== undefined && it !== null && it !== false));
  return place;
}

/** Names and what they are, one pair a row. */
export const facts = (rows) => el('dl', { class: 'facts' }, rows.flatMap(([name, it]) => [el('dt', {}, name), el('dd', {}, it)]));

let count = 0;

/** A labelled field; its hint and its fault are read out with it. */
export function field(label, control, hint) {
  control.id ||= `field-${++count}`;
  const note = hint ? el('span', { class: 'hint', id: `${control.id}-hint` }, hint) : null;
  if (note) control.setAttribute('aria-describedby', note.id);
  return el('div', { class: 'field' }, el('label', { for: control.id }, label), control, note);
}

export function select(options, chosen) {
  return el('select', { value: chosen }, options.map(([value, text]) => el('option', { value }, text)));
}

const POINTERS = {
  name: '姓名或名称', idType: '证件类型', idNumber: '证件号码', phone: '手机号码', amount: '金额', description: '请求事项',
  number: '文书编号', issuedBy: '作出机关', effectiveOn: '生效日期', kind: '类别', courtCode: '受理法院', text: '内容',
  holder: '收款账户户名', bank: '开户银行', account: '收款账户', act: '请求完成的行为', materials: '材料', issuedOn: '文书日期', representative: '法定代表人', firm: '工作单位', licence: '执业证号',
  audience: '发送范围', missing: '补正事项', days: '期限', file: '文件', transcript: '笔录', paidOn: '付款日期',
};

function fieldName(pointer) {
  if (pointer.endsWith('/account/number')) return '收款账号';
  const part = String(pointer).split('/').filter((it) => it && !/^\d+$/.test(it)).pop();
  const side = pointer.startsWith('/respondents') ? '被执行人' : pointer.startsWith('/applicants') ? '申请执行人' : pointer.startsWith('/agents') ? '代理人' : '';
  return side + (POINTERS[part] ?? '');
}

/** What is said of fields, one line each. */
export function faults(errors) {
  return el('ul', {}, errors.map((it) => {
    const name = fieldName(it.pointer ?? '');
    return el('li', {}, name ? `${name}：${it.detail}` : it.detail);
  }));
}

/** What went wrong, in words, with what one can do now. */
export function problemBox(problem) {
  const count = problem.errors?.length ?? 0;
  const isForm = problem.errors?.some((it) => it.pointer);
  return el('div', { class: 'problem', role: 'alert' },
    el('p', {}, isForm ? `有 ${count} 处需要更正，您填写的内容都还在：` : problem.detail),
    count ? faults(problem.errors) : null,
    problem.nextActions?.length ? el('p', {}, '您可以：', problem.nextActions.join('；')) : null,
    problem.traceId ? el('p', { class: 'trace' }, `追踪编号 ${problem.traceId}`) : null);
}

/** Runs what a button is for: once at a time, what was typed stays, a failure is shown beside it. */
export async function busy(button, place, work) {
  if (button.getAttribute('aria-busy') === 'true') return undefined;
  button.setAttribute('aria-busy', 'true');
  button.disabled = true;
  place.replaceChildren();
  try {
    return await work();
  } catch (problem) {
    if (!problem.detail) console.error(problem);
    const box = problemBox(problem.detail ? problem : { detail: '页面出错，请刷新后重试。' });
    show(place, box);
    box.scrollIntoView({ block: 'nearest' });
    return undefined;
  } finally {
    button.removeAttribute('aria-busy');
    button.disabled = false;
  }
}

/** A button with its own place for what goes wrong. */
export function action(text, work, kind = '') {
  const place = el('div', { class: 'said' });
  const button = el('button', { type: 'button', class: kind, onclick: () => busy(button, place, work) }, text);
  return el('div', { class: 'action' }, button, place);
}

/** A button for what cannot be undone: it asks first. */
export function asked(text, question, yes, work) {
  const place = el('div');
  const button = el('button', { type: 'button', class: 'wide', onclick: () => {
    const sure = action(yes, work, 'wide');
    const no = el('button', { type: 'button', class: 'wide second', onclick: () => { button.hidden = false; show(place); button.focus(); } }, '再看看');
    button.hidden = true;
    show(place, el('div', { class: 'card', role: 'group', 'aria-label': question }, el('p', {}, question), sure, no));
    sure.firstChild.focus();
  } }, text);
  return el('div', { class: 'action' }, button, place);
}
