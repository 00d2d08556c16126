/** The page a browser comes back to from the identity provider: keeps the tokens in this tab and goes on. */
import { session } from './session.js';

const found = document.getElementById('signed-in');
const { access, refresh, seconds, problem } = found.dataset;
session.end();
if (access) {
  session.keep({ accessToken: access, refreshToken: refresh, expiresIn: seconds });
} else {
  sessionStorage.setItem('court.notice', problem || '没有登录成功，请重新登录。');
}
found.removeAttribute('data-access');
found.removeAttribute('data-refresh');
location.replace('/');
