/** Who is signed in, in this tab only: closing it forgets the tokens. */
const KEY = 'court.session';

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

export const session = {
  get access() { return read().access; },
  get refresh() { return read().refresh; },
  get me() { return read().me; },
  /** What a party said of themselves when signing in, to fill the application form with. */
  get person() { return read().person; },

  /** Seconds until the access token ends; less than nothing when it has. */
  get left() { return ((read().until ?? 0) - Date.now()) / 1000; },

  keep(tokens) {
    const until = Date.now() + Number(tokens.expiresIn) * 1000;
    this.add({ access: tokens.accessToken, refresh: tokens.refreshToken, until });
  },

  add(more) { sessionStorage.setItem(KEY, JSON.stringify({ ...read(), ...more })); },

  end() { sessionStorage.removeItem(KEY); },

  is(...roles) { return roles.some((role) => this.me?.roles.includes(role)); },

  get isStaff() { return !!this.me && !this.is('PARTY'); },
};
