/** A client of the room's socket, casegroup.v1+json, as docs/api/socket.md describes it. It needs nothing but a browser. */

const PROTOCOL = 'casegroup.v1+json';
const PAUSES = [300, 1000, 2000, 5000, 10000];
const PUT_OUT = 4403;

/** One reader's stream of one room: entries in order and once, however often the line is cut; posts exactly once. */
export class CaseGroup {
  #door; #each; #told; #last;
  #unsent = new Map();
  #socket = null;
  #failures = 0;
  #over = false;

  /**
   * @param door asks for a ticket and gives the address of the socket; null when there is no room for us any more
   * @param after the last place that is known already
   * @param each called with every entry
   * @param told called with true when the line is open and false when it is not
   */
  constructor({ door, after = 0, each, told = () => {} }) {
    this.#door = door;
    this.#last = after;
    this.#each = each;
    this.#told = told;
    this.#stay();
  }

  /**
   * @param message {text, audience, …} with a clientMsgId of its own, under which it can be sent again
   * @returns what the platform said when it had it: {messageId, time}; fails with its problem
   */
  post(message) {
    return new Promise((taken, refused) => {
      this.#unsent.set(message.clientMsgId, { message, taken, refused });
      this.#post(message);
    });
  }

  close() {
    this.#over = true;
    this.#socket?.close(1000);
  }

  async #stay() {
    while (!this.#over) {
      const code = await this.#connected().catch(() => 0);
      if (!this.#over) this.#told(false);
      if (code === PUT_OUT) this.#over = true;
      const pause = PAUSES[Math.min(this.#failures, PAUSES.length - 1)];
      this.#failures += 1;
      if (!this.#over) await new Promise((on) => setTimeout(on, pause));
    }
  }

  /** @returns the code with which the socket was closed in the end */
  async #connected() {
    const address = await this.#door();
    if (address === null) return PUT_OUT;
    return new Promise((closed) => {
      const socket = new WebSocket(address, PROTOCOL);
      socket.onopen = () => {
        this.#socket = socket;
        this.#say({ type: 'hello', after: this.#last });
        if (this.#over) socket.close(1000);
      };
      socket.onmessage = ({ data }) => this.#hear(JSON.parse(data));
      socket.onclose = ({ code }) => {
        this.#socket = null;
        closed(code);
      };
    });
  }

  #say(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #post(message) { this.#say({ type: 'post', ...message }); }

  #hear(frame) {
    switch (frame.type) {
      case 'welcome':
        this.#failures = 0;
        this.#told(true);
        this.#unsent.forEach(({ message }) => this.#post(message));
        return;
      case 'entry':
        if (frame.entry.seq > this.#last) {
          this.#last = frame.entry.seq;
          this.#each(frame.entry);
        }
        this.#say({ type: 'ack', seq: this.#last });
        return;
      case 'posted':
        this.#unsent.get(frame.clientMsgId)?.taken(frame);
        this.#unsent.delete(frame.clientMsgId);
        return;
      case 'problem':
        this.#refused(frame);
        return;
      case 'ping':
        this.#say({ type: 'pong' });
        return;
      default: // what a later version says
    }
  }

  /** What may have been taken all the same is sent again under its own id. */
  #refused({ clientMsgId, problem }) {
    const waiting = this.#unsent.get(clientMsgId);
    if (!waiting) return;
    if (problem.status >= 500) {
      setTimeout(() => this.#unsent.has(clientMsgId) && this.#post(waiting.message), PAUSES[2]);
      return;
    }
    this.#unsent.delete(clientMsgId);
    waiting.refused(problem);
  }
}
