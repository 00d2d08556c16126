/** What a card in the room says, one line of words for each kind of fact. */
import { ASSETS, CLOSINGS, day, GROUNDS, INSTITUTIONS, left, LIMITS, minute, money, WAYS, word } from './text.js';

const institutions = (list) => (list ?? []).map((it) => word(INSTITUTIONS, it)).join('、');

const found = (it) => (it.found === 0 ? '未查到财产' : `查到 ${Object.entries(it.kinds ?? {})
  .map(([kind, count]) => `${word(ASSETS, kind)} ${count} 项`).join('、')}`);

const paid = (it) => (it ? `：${day(it.paidOn)} ${word(WAYS, it.way)} ${money(it.amount)}` : '');

/** Law gives the date, so date and calendar days stand side by side (rule K6). */
const near = ({ limit, daysLeft }) => {
  const about = `${word(LIMITS, limit.rule)}${limit.provisional ? '（暂定）' : ''}`;
  if (daysLeft >= 0) return `${about}于 ${day(limit.due)} 届满，${left(daysLeft)}。依据：${limit.source}。`;
  return `${about}已于 ${day(limit.due)} 届满${limit.rule === 'UPPER_COURT' ? '，仍未执行的，申请执行人可以向上一级人民法院申请执行' : ''}。依据：${limit.source}。`;
};

const changed = (it) => `${it.months ? `延长 ${it.months} 个月` : `${word(GROUNDS, it.ground)}期间不计入：${day(it.firstDay)} 起${it.lastDay ? `至 ${day(it.lastDay)}` : ''}`}；`
  + `执行期限于 ${day(it.due)} 届满${it.provisional ? '（暂定）' : ''}。`;

const CARDS = {
  DeadlineReminder: ['期限提醒', near],
  TermChangeDecided: ['执行期限变更', changed],
  TermResumed: ['恢复计算执行期限', changed],
  AnswerOverdue: ['答复逾期', (it, name) => `${name(it.partyId)} ${minute(it.askedAt)} 的消息应于 ${day(it.due)} 前答复。`],
  AnswerNotNeeded: ['无需答复', (it, name) => `法官已登记 ${name(it.partyId)} 的消息无需答复。`],
  AssetQueryStarted: ['财产查询', (it) => `${it.standing ? '按法官常设指令' : '按法官指令'}向${institutions(it.institutions)}发起查询。`],
  AssetQueryAnswered: ['查询反馈', (it) => `${word(INSTITUTIONS, it.institution)}：${found(it)}。`],
  InstitutionReplyRefused: ['反馈作废', (it) => `${word(INSTITUTIONS, it.institution)}的反馈不可信（${it.reason}），已不予采用，将重新查询。`],
  RulingRegistered: ['裁定书', (it) => `${it.number} 已登记，控制限额 ${money(it.limit)}。`],
  FreezeOrdered: ['冻结', (it) => `要求${word(INSTITUTIONS, it.institution)}冻结${word(ASSETS, it.assetKind)} ${money(it.amount)}，至 ${day(it.until)}。`],
  AssetFrozen: ['已冻结', (it) => `${money(it.amount)}，期限至 ${day(it.until)}。`],
  FreezeRefused: ['未能冻结', (it) => it.reason],
  UnfreezeOrdered: ['解除冻结', (it) => `已要求解除：${it.reason}`],
  AssetUnfrozen: ['已解除冻结', (it) => money(it.amount)],
  UnfreezeRefused: ['未能解除', (it) => it.reason],
  TalkOpened: ['谈话笔录', (it) => `笔录待确认${paid(it.payment)}。请到“谈话”查看全文。`],
  TalkConfirmed: ['笔录已确认', (it, name) => `${name(it.partyId)}已确认笔录。`],
  RespondentReleased: ['进入案件群', (it, name) => `${name(it.partyId)}进入案件群。`],
  JudgeAssigned: ['承办法官变更', (it) => `本案改由${it.judgeName}承办${it.reason ? `（${it.reason}）` : ''}。`],
  AssistantAdded: ['助理人员加入', (it) => `${it.name}协助办理本案。`],
  AssistantRemoved: ['助理人员退出', (it, name) => `${name(it.staffId)}不再协助办理本案。`],
  DeputyNamed: ['代管', (it) => `${day(it.from)}至${day(it.until)}由${it.name}代为办理。`],
  DeputyEnded: ['代管结束', () => '本案由承办法官办理。'],
  AgentApplied: ['代理人申请', (it, name) => `申请代理${it.represents.map(name).join('、')}，待法官审批。`],
  AgentApproved: ['代理人加入', (it, name) => `${it.represents.map(name).join('、')}的代理人（${it.powers.length ? '特别授权' : '一般授权'}）加入案件群。`],
  AgentRefused: ['代理人未获同意', () => '理由见代理人列表。'],
  AgentRevoked: ['代理结束', (it, name) => `不再代理${it.represents.map(name).join('、')}。`],
  PostingSuspended: ['暂停发言', (it, name) => `${name(it.memberId)}只能阅读，理由见成员列表。`],
  PostingRestored: ['恢复发言', (it, name) => `${name(it.memberId)}可以发言。`],
  CaseClosed: ['结案', (it) => `${word(CLOSINGS, it.mode)}${it.received ? `，申请执行人确认收到 ${money(it.received)}` : ''}。`],
  DossierSealed: ['已封卷', (it) => `${it.number === 0 ? '卷宗' : `补充卷 ${it.number}`}已封卷，正卷 ${it.pages} 页。`],
  DossierReceived: ['内网已接收', () => '法院内网已逐项核验并接收卷宗包。'],
  DossierRejected: ['内网拒收', (it) => it.reason],
};

/** Heading and words; a kind that came after this page was written is still shown, by its name. */
export function cardWords({ type, body }, name) {
  const [head, words] = CARDS[type] ?? [type, () => ''];
  return [head, words(body ?? {}, name)];
}
