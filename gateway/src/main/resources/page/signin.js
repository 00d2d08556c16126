/** Who are you? Parties with a demonstration account, staff at the court's identity provider. */
import { action, el } from './dom.js';
import { call, find } from './api.js';
import { session } from './session.js';

export async function welcome(go) {
  const demo = await find('/api/v1/sessions/development/accounts').catch(() => undefined);
  return el('div', { class: 'welcome' },
    el('section', { class: 'hero' },
      el('h1', {}, '执行案件，掌上办理'),
      el('p', {}, '网上申请执行，在案件群里与法官沟通，每一步都记入电子卷宗和存证账本。')),
    el('div', { class: 'two' },
      el('section', { class: 'card' },
        el('h2', {}, '当事人'),
        demo?.data.items.length
          ? [el('p', { class: 'quiet' }, '演示环境：选一个演示账号登录，其身份均为虚构。'), ...demo.data.items.map((it) => account(it, go))]
          : el('p', { class: 'quiet' }, '请从法院的微信小程序登录。')),
      el('section', { class: 'card' },
        el('h2', {}, '法院工作人员'),
        el('p', { class: 'quiet' }, '通过法院统一身份认证登录。'),
        el('a', { class: 'button wide', id: 'staff-sign-in', href: '/api/v1/sessions/staff' }, '统一身份认证登录'),
        el('h2', {}, '任何人'),
        el('p', { class: 'quiet' }, '核对手中的文件与存证时是否一致，无需登录。'),
        el('a', { class: 'button wide second', href: '#/verify' }, '核验文件'))));
}

/** Somebody comes from the city app with its token: it leaves the address before anything else is done with it. */
export async function handedOver(token) {
  history.replaceState(null, '', '#/');
  session.end();
  const { data } = await call('POST', '/api/v1/sessions/suishenban', { json: { token: token ?? '' }, open: true });
  session.keep(data);
}

function account(person, go) {
  const button = action(person.name, async () => {
    const { organisation, account: name, ...identity } = person;
    const { data } = await call('POST', '/api/v1/sessions/development', { json: identity, open: true });
    session.end();
    session.keep(data);
    session.add({ person: { ...identity, organisation } });
    await go();
  }, 'wide second');
  button.firstChild.dataset.account = person.account;
  if (person.organisation) button.firstChild.append(el('small', {}, person.organisation.name));
  return button;
}

/** Learns what the token says of me. */
export async function learn() {
  if (!session.refresh || session.me) return;
  const { data } = await call('GET', '/api/v1/sessions/current');
  session.add({ me: data });
}

export async function signOut() {
  await call('DELETE', '/api/v1/sessions/current').catch((problem) => console.warn(problem.code || problem.name));
  session.end();
}
