/** Words, times and sums as people here read them. */
const DAY = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric' });
const MINUTE = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});
const SECOND = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});
const CLOCK = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export const day = (text) => (text ? DAY.format(new Date(text.length === 10 ? `${text}T00:00:00+08:00` : text)) : '');
export const minute = (text) => (text ? MINUTE.format(new Date(text)) : '');
export const second = (text) => (text ? SECOND.format(new Date(text)) : '');
export const clock = (text) => (text ? CLOCK.format(new Date(text)) : '');

/** How long until a last day (rule K6). */
export function left(days) {
  if (days === undefined || days === null) return '';
  return days < 0 ? `已超过 ${-days} 天` : days === 0 ? '今天届满' : `还剩 ${days} 天`;
}

export function money(text) {
  if (text === undefined || text === null || text === '') return '';
  const [whole, part = '00'] = String(text).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part.padEnd(2, '0')} 元`;
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} 字节`;
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export const COURTS = [['沪0117', '上海市松江区人民法院'], ['沪0115', '上海市浦东新区人民法院']];
export const court = (code) => Object.fromEntries(COURTS)[code] ?? code;

export const ROLES = {
  PARTY: '当事人', APPLICANT: '申请执行人', RESPONDENT: '被执行人', FILING_JUDGE: '立案法官', ENFORCEMENT_JUDGE: '执行法官',
  CLERK: '书记员', SUPERVISOR: '执行局局长', OPS: '运维', COURT: '法院', AGENT: '代理人',
};
export const BASES = [
  ['JUDGMENT', '判决书'], ['RULING', '民事裁定书'], ['MEDIATION_AGREEMENT', '调解书'], ['CONFIRMED_MEDIATION', '司法确认裁定书'],
  ['PAYMENT_ORDER', '支付令'], ['ARBITRAL_AWARD', '仲裁裁决书'], ['LABOUR_ARBITRATION_AWARD', '劳动仲裁裁决书'], ['NOTARISED_DEBT', '公证债权文书'],
  ['CRIMINAL_JUDGMENT', '刑事裁判涉财产部分'], ['ADMINISTRATIVE_DECISION', '行政处理、处罚决定'],
];
export const CLAIMS = [['MONEY', '给付金钱'], ['THING', '交付财物'], ['ACT', '完成行为']];
export const ACTS = [
  ['TRANSFER_OF_TITLE', '办理产权过户'], ['EVICTION', '迁出房屋、退出土地'], ['CEASE', '停止侵害、排除妨碍'],
  ['APOLOGY', '赔礼道歉、恢复名誉'], ['CUSTODY', '探望、抚养'], ['OTHER', '其他行为'],
];
export const AGENTS = [
  ['LAWYER', '律师'], ['LEGAL_WORKER', '基层法律服务工作者'], ['RELATIVE', '近亲属'], ['EMPLOYEE', '当事人的工作人员'], ['RECOMMENDED', '被推荐的公民'],
];
/** What needs special authority (Civil Procedure Law art. 62). */
export const POWERS = [['WAIVE', '放弃权利'], ['CHANGE_CLAIM', '变更请求'], ['SETTLE', '和解'], ['COLLECT', '代为收款']];
/** For which paper may be asked for (Online Litigation Rules art. 12). */
export const PAPERS = [
  ['OBJECTION_WITH_CAUSE', '对方当事人认为不一致并提出合理理由'], ['INCOMPLETE_OR_UNCLEAR', '呈现不完整、内容不清晰或格式不规范'],
  ['ARCHIVE_RULES', '卷宗、档案管理规定要求'], ['COURT_FINDS_NECESSARY', '法院认为有必要'],
];
export const INSTITUTIONS = {
  bank: '演示银行', 'vehicle-registry': '演示车辆管理所', 'real-estate-registry': '演示不动产登记中心', securities: '演示证券登记结算机构',
  'internet-payment': '演示网络支付机构',
};
export const ASSETS = { DEPOSIT: '银行存款', VEHICLE: '机动车', REAL_ESTATE: '不动产', SECURITY: '证券', PAYMENT_ACCOUNT: '网络支付账户' };
export const CLOSINGS = [
  ['PERFORMED', '执行完毕'], ['PROCEDURE_ENDED', '终结本次执行程序'], ['TERMINATED', '终结执行'], ['CANCELLED', '销案'],
  ['ENFORCEMENT_REFUSED', '不予执行'], ['APPLICATION_DISMISSED', '驳回申请'],
];
export const REFUSALS = [
  ['NOT_IN_FORCE', '法律文书尚未生效'], ['NOT_ENTITLED', '申请人不是权利人'], ['NOT_DEFINITE', '给付内容或被执行人不明确'],
  ['NOT_DUE', '履行期限未届满或已履行'], ['NO_JURISDICTION', '不属于本院管辖'], ['ALREADY_FILED', '已经受理或重复申请'],
  ['NOT_CORRECTED', '逾期未补正或补正后仍不符合'], ['OTHER', '其他'],
];
export const CHANNELS = { WEB: '网上', WECHAT_12368: '微信 12368', SUISHENBAN: '随申办', MAIL: '邮寄', COUNTER: '窗口' };
export const WAYS = [['CASE_ACCOUNT', '汇入法院案款账户'], ['DIRECT', '当事人之间直接给付']];

/** Limits of a case 期限. */
export const LIMITS = [
  ['DECIDE_FILING', '立案审查期限'], ['CORRECTION', '补正期限'], ['EXTENSION_REQUEST', '申请顺延期限'], ['ENFORCEMENT', '执行期限'],
  ['REVIEW_ENFORCEMENT', '非诉行政执行期限'], ['ENFORCEMENT_NOTICE', '发出执行通知期限'], ['UPPER_COURT', '可向上一级法院申请执行的期间'],
];
export const GROUNDS = [
  ['PUBLIC_NOTICE', '公告'], ['APPRAISAL', '评估、鉴定'], ['AUCTION', '拍卖、变卖'], ['JURISDICTION_DISPUTE', '管辖争议'], ['COORDINATION', '执行协调'],
  ['DEFERRAL', '暂缓执行'], ['SUSPENSION', '中止执行'], ['SETTLEMENT_DEFERRAL', '和解、担保暂缓'],
];

/** The word for a code, or the code when we have none. */
export const word = (words, code) => (Array.isArray(words) ? Object.fromEntries(words) : words)[code] ?? code ?? '';
