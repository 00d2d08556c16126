/** Why a proof is not believed, as the command line says it too. */
export const LAW = '依照《人民法院在线诉讼规则》第十六条至第十九条，推定只及于记入账本之后；记入之前的真实性不在推定范围内。';
export const KEYS_REASON = 'KEYS';

const REFUTED = true;
const ASKED = false;

/** By code: whether it is an answer about the file, in Chinese, in English. */
const REASONS = {
  OTHER_BYTES: [REFUTED, '文件与证明不相符：文件被改动过（哪怕一个字节），或者这份证明属于另一份文件。', 'The file is not the one the proof is about: it was changed, or the proof is of another file.'],
  NOT_IN_TREE: [REFUTED, '证明中的序号与路径不能推导出账本签名的根。', 'Index and path of the proof do not lead to the signed root.'],
  BEYOND: [REFUTED, '证明中的序号超出账本签名时的项数。', 'The index of the proof is beyond the signed tree.'],
  NOT_SIGNED: [REFUTED, '检查点不是所信任的账本签名的。', 'The checkpoint is not signed by the ledger whose key you gave.'],
  OTHER_LOG: [REFUTED, '检查点属于另一个账本。', 'The checkpoint is of another ledger.'],
  WRONG_ED25519: [REFUTED, '账本的 Ed25519 签名不成立。', 'The Ed25519 signature of the ledger is wrong.'],
  WRONG_SM2: [REFUTED, '账本的 SM2 签名不成立。', 'The SM2 signature of the ledger is wrong.'],
  WRONG_COSIGNATURE: [REFUTED, '见证方的签名不成立。', 'The signature of a witness is wrong.'],
  NOT_TEXT: [REFUTED, '证明文件不是文本，可能选错了文件。', 'The proof is not text; perhaps another file was chosen.'],
  NOT_A_PROOF: [REFUTED, '这不是证明文件（.tlog-proof）。', 'This is not a .tlog-proof file.'],
  TOO_LONG: [REFUTED, '证明文件过大，可能选错了文件。', 'The proof is too long; perhaps another file was chosen.'],
  MALFORMED: [REFUTED, '证明文件被改动过或格式有误。', 'The proof was changed or is malformed.'],
  KEYS: [ASKED, '公钥应为账本公布的各行：用途、空格、公钥，例如“ledger 名称+编号+公钥”。请核对是否完整。', 'The keys are not the lines that the ledger publishes.'],
  NO_LOG_KEY: [ASKED, '公钥中须有且只有一行账本的公钥（以 ledger 开头）。', 'There must be exactly one line with the key of the ledger.'],
  NO_CRYPTO: [ASKED, '本浏览器在这里不提供密码运算（Web Crypto、WebAssembly），无法核验。请用电脑上较新的浏览器打开保存的文件，或使用命令行核验程序。', 'This browser has no Web Crypto or WebAssembly here. Open the saved page in a newer browser on a computer.'],
  NO_FILE: [ASKED, '请先选择要核验的文件（①）。', 'Choose the file first.'],
  NO_PROOF: [ASKED, '请先选择证明文件（②）。', 'Choose its proof first.'],
  NO_KEYS: [ASKED, '请先选择或粘贴公钥（③）。', 'Give the keys first.'],
};

export const reasonOf = (code) => REASONS[code];
