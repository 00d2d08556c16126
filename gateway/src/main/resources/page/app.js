/** Finds the view for the address, and the one bar above all of them. */
import { el, problemBox, show } from './dom.js';
import { session } from './session.js';
import { handedOver, learn, signOut, welcome } from './signin.js';
import { verifyPage } from './verify.js';
import { casesPage } from './cases.js';
import { filingPage } from './filing.js';
import { casePage } from './case.js';
import { coveragePage } from './coverage.js';

const view = document.getElementById('view');
const nav = document.getElementById('nav');
let leave = () => {};
let turn = 0;

function bar() {
  const link = (href, text) => {
    const isHere = location.hash === href || (href === '#/' && !location.hash);
    return el('a', { href, 'aria-current': isHere ? 'page' : null }, text);
  };
  show(nav, session.me ? link('#/', '案件') : null, link('#/verify', '核验'),
    session.is('SUPERVISOR', 'OPS') ? link('#/coverage', '上链') : null,
    session.me
      ? el('button', { type: 'button', class: 'plain', id: 'sign-out', onclick: async () => { await signOut(); location.hash = '#/'; await route(); } }, '退出')
      : link('#/', '登录'));
}

async function page() {
  const [, what, id, part] = location.hash.split('/');
  if (what === 'verify') return verifyPage(/^[0-9a-f]{64}$/.test(id) ? id : undefined);
  if (what === 'suishenban') await handedOver(id);
  await learn();
  if (!session.me) return welcome(home);
  if (what === 'filings') return filingPage(id);
  if (what === 'cases') return casePage(id, part);
  if (what === 'coverage') return coveragePage();
  return casesPage();
}

async function home() {
  location.hash = '#/';
  await route();
}

/** A view may bring a way to leave it: what it follows is then no longer followed. */
async function route() {
  const mine = ++turn;
  leave();
  leave = () => {};
  let next;
  try {
    next = await page();
  } catch (problem) {
    if (!problem.detail) console.error(problem);
    next = el('section', { class: 'narrow' }, problemBox(problem.detail ? problem : { detail: '页面出错，请刷新后重试。' }),
      el('a', { class: 'button', href: '#/' }, '回到首页'));
  }
  if (mine !== turn) return next.leave?.();
  leave = next.leave ?? (() => {});
  bar();
  show(view, notice(), next);
  scrollTo(0, 0);
  return undefined;
}

function notice() {
  const text = sessionStorage.getItem('court.notice');
  sessionStorage.removeItem('court.notice');
  return text ? el('p', { class: 'problem', role: 'alert' }, text) : null;
}

addEventListener('hashchange', async () => { await route(); view.focus({ preventScroll: true }); });
addEventListener('court:ended', () => {
  sessionStorage.setItem('court.notice', '登录已结束，请重新登录。');
  route();
});
route();
