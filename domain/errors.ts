/**
 * The one table of coded errors. A code is stable: people search for it, programs match on it (never on `instanceof`,
 * which does not survive the workflow sandbox). `zh`/`en` say what happened and what to do; `{name}` takes a detail.
 */
interface ErrorKind {
  readonly http: number;
  readonly retryable: boolean;
  readonly zh: string;
  readonly en: string;
}

const kind = (http: number, retryable: boolean, zh: string, en: string): ErrorKind => ({ http, retryable, zh, en });

export const ERROR_KINDS = {
  // images
  IMAGES_NOT_FOUND: kind(
    422,
    false,
    '找不到影像文件夹或压缩包。请检查路径。',
    'The image folder or archive was not found. Check the path.',
  ),
  IMAGES_EMPTY: kind(
    422,
    false,
    '文件夹里没有文件。请选择装有影像的文件夹或 ZIP。',
    'The folder holds no files. Choose a folder or ZIP with images.',
  ),
  IMAGES_NOT_DICOM: kind(422, false, '没有可读的 DICOM 或图片文件。', 'No readable DICOM or picture file was found.'),
  IMAGES_TRUNCATED: kind(
    422,
    false,
    '有影像文件不完整（第 {index} 个）。请重新导出。',
    'An image file is incomplete (number {index}). Export it again.',
  ),
  IMAGES_MIXED_SERIES: kind(
    422,
    false,
    '有 {count} 个序列，请选择其中一个：{choices}',
    'There are {count} series; choose one: {choices}',
  ),
  IMAGES_SERIES_UNKNOWN: kind(
    422,
    false,
    '没有这个序列：{series}。可选：{choices}',
    'No such series: {series}. Choose one of: {choices}',
  ),
  IMAGES_ONE_SLICE: kind(
    422,
    false,
    '只有 {count} 层，无法做体积分析。',
    'Only {count} slice(s): a volume cannot be analysed.',
  ),
  IMAGES_GAP: kind(
    422,
    false,
    '第 {after} 层之后缺层，间隔 {gapMm} mm。请补齐后再试。',
    'Slices are missing after slice {after} (gap {gapMm} mm). Add them and try again.',
  ),
  IMAGES_DUPLICATE_POSITION: kind(
    422,
    false,
    '有 {count} 层位置重复。请选择一个期相或重建。',
    '{count} slices share a position. Choose one phase or reconstruction.',
  ),
  IMAGES_TILT: kind(
    422,
    false,
    '机架倾斜 {degrees} 度，暂不支持体积测量。',
    'The gantry is tilted by {degrees} degrees; volumes cannot be measured yet.',
  ),
  IMAGES_MODALITY: kind(
    422,
    false,
    '暂不支持 {modality} 影像，请提供胸部 CT。',
    'Modality {modality} is not supported yet; provide a chest CT.',
  ),
  IMAGES_BURNED_IN: kind(
    422,
    false,
    '影像可能带有烧录文字（{why}），已拒绝。',
    'The images may carry burned-in text ({why}) and are refused.',
  ),
  IMAGES_COLOUR: kind(
    422,
    false,
    '彩色或 {detail} 像素不能当作 CT 分析。',
    'Colour or {detail} pixels cannot be analysed as CT.',
  ),
  IMAGES_SYNTAX: kind(422, false, '无法解码压缩格式 {syntax}。', 'Transfer syntax {syntax} cannot be decoded.'),
  IMAGES_SPACING_NEEDED: kind(
    422,
    false,
    '图片没有像素间距。请由人员提供间距（--spacing），否则不作毫米测量。',
    'Pictures carry no pixel spacing. Supply it (--spacing); without it nothing is measured in mm.',
  ),
  IMAGES_HU_NEEDED: kind(
    422,
    false,
    '图片没有 CT 值（HU），不能做结节分析。请提供 DICOM。',
    'Pictures carry no Hounsfield units; nodules cannot be analysed. Provide DICOM.',
  ),
  IMAGES_ZIP_UNSAFE: kind(
    422,
    false,
    '压缩包含有不安全的路径，已拒绝。',
    'The archive holds an unsafe path and is refused.',
  ),
  IMAGES_ZIP_BOMB: kind(
    422,
    false,
    '压缩包解开后过大（上限 {limit}），已拒绝。',
    'The archive unpacks to more than {limit} and is refused.',
  ),
  IMAGES_TOO_LARGE: kind(413, false, '影像过大（上限 {limit}）。', 'The images exceed the limit ({limit}).'),
  IMAGES_UNREADABLE: kind(
    422,
    false,
    '第 {index} 个文件无法读取（权限或磁盘故障）。',
    'File number {index} cannot be read (permission or disk fault).',
  ),
  IMAGES_ZIP_BROKEN: kind(
    422,
    false,
    '压缩包已损坏或加密，无法打开。',
    'The archive is damaged or encrypted and cannot be opened.',
  ),
  IMAGES_ORIENTATION: kind(
    422,
    false,
    '该序列不是横断面（{plane}），请提供横断面序列。',
    'The series is reconstructed in the {plane} plane; provide the axial series.',
  ),
  IMAGES_GEOMETRY: kind(
    422,
    false,
    '影像缺少位置、方向或像素间距（{missing}）。请从 PACS 重新导出原始序列。',
    'The images lack {missing}. Export the original series from the PACS again.',
  ),
  IMAGES_SPACING_IRREGULAR: kind(
    422,
    false,
    '层间距不一致（{minMm}–{maxMm} mm），无法做体积测量。',
    'Slice spacing is irregular ({minMm}-{maxMm} mm); volumes cannot be measured.',
  ),
  IMAGES_NO_HU: kind(
    422,
    false,
    '影像没有换算成 CT 值（HU）的参数，不能测量密度。',
    'The images carry no conversion to Hounsfield units; density cannot be measured.',
  ),
  IMAGES_PICTURE_SIZE: kind(
    422,
    false,
    '图片大小不一致（第 {index} 张）。同一组图片须同样大小。',
    'The pictures differ in size (number {index}); one stack must have one size.',
  ),
  // upload
  UPLOAD_STATE: kind(
    409,
    false,
    '这次上传已经结束，不能再改。请重新上传。',
    'This upload is closed and cannot be changed. Start a new one.',
  ),
  UPLOAD_INCOMPLETE: kind(
    409,
    false,
    '还有 {count} 个文件没有传完。请续传后再继续。',
    '{count} files are not complete. Resume them, then go on.',
  ),
  UPLOAD_EMPTY: kind(422, false, '还没有文件。请先选择影像。', 'There are no files yet. Choose images first.'),
  UPLOAD_FILES: kind(
    413,
    false,
    '文件太多（最多 {limit} 个）。请只选一次检查，或打包成 ZIP。',
    'Too many files (at most {limit}). Choose one study, or pack it as a ZIP.',
  ),
  UPLOAD_BYTES: kind(
    413,
    false,
    '文件太大（一次最多 {limit}）。请只选需要的序列。',
    'The files are too large (at most {limit} in all). Choose the series you need.',
  ),
  UPLOAD_TYPE: kind(
    415,
    false,
    '第 {index} 个文件不是 DICOM、ZIP、PNG 或 JPEG，已拒收。请移除后再传。',
    'File number {index} is not DICOM, ZIP, PNG or JPEG and is refused. Leave it out.',
  ),
  UPLOAD_FILE_EXISTS: kind(
    409,
    false,
    '第 {index} 个文件已经在传。请续传，不要重新开始。',
    'File number {index} is already here. Resume it instead of starting again.',
  ),
  UPLOAD_MANY: kind(
    409,
    false,
    '还有 {count} 个未完成的上传。请先删除不用的。',
    'There are {count} unfinished uploads. Delete those you do not need.',
  ),
  UPLOAD_RATE: kind(429, true, '请求太快，请稍等片刻。', 'Too many requests; wait a moment.'),
  UPLOAD_NOT_READY: kind(
    409,
    false,
    '影像还没有检查好，不能开始制作。',
    'The images have not been checked yet; a film cannot be started.',
  ),
  UPLOAD_UNCONFIRMED: kind(
    422,
    false,
    '请先看抽样图，并确认画面中没有身份信息。',
    'Look at the sample images first and confirm that they show no identity.',
  ),
  UPLOAD_GONE: kind(
    410,
    false,
    '上传的影像已删除。请重新上传。',
    'The uploaded images have been deleted. Upload them again.',
  ),
  SOURCE_LOCAL: kind(
    403,
    false,
    '服务器上的路径只能由本机命令行使用。请在网页上传影像。',
    'A path on the server may only be given by the command line on the same machine. Upload the images instead.',
  ),
  // analysis
  ANALYSIS_NO_LUNGS: kind(
    422,
    false,
    '没有分割到肺。请确认是胸部 CT。',
    'No lungs were found. Check that this is a chest CT.',
  ),
  MODEL_INVALID: kind(
    500,
    false,
    '模型 {model} 的清单或校验和不符：{why}',
    'Model {model} does not match its manifest: {why}',
  ),
  // script
  LANGUAGE_UNKNOWN: kind(
    422,
    false,
    '不支持语言 {language}。可选：zh-CN、en。',
    'Language {language} is not known. Choose zh-CN or en.',
  ),
  TEMPLATE_UNKNOWN: kind(
    422,
    false,
    '没有模板 {template}。可选：{choices}',
    'There is no template {template}. Choose one of: {choices}',
  ),
  BRAND_UNKNOWN: kind(
    422,
    false,
    '没有品牌 {brand}。可选：{choices}',
    'There is no brand {brand}. Choose one of: {choices}',
  ),
  BRAND_CONTRAST: kind(
    422,
    false,
    '品牌颜色对比度不足：{pair} 为 {ratio}，至少 {minimum}。',
    'Brand contrast is too low: {pair} is {ratio}, needs {minimum}.',
  ),
  SCRIPT_CONFLICT: kind(422, false, '讲解词与测量不符：{detail}', 'The script disagrees with the findings: {detail}'),
  SCRIPT_STALE: kind(
    409,
    false,
    '讲解词已有新版本，请刷新后再改。',
    'The script has a newer version; reload before editing.',
  ),
  DRAFT_STALE: kind(
    409,
    false,
    '{by} 刚刚保存过这份草稿，你的修改没有覆盖它。先载入对方的修改。',
    '{by} saved this draft just now, and your change did not overwrite it. Load their changes first.',
  ),
  DRAFT_NONE: kind(409, false, '没有要送审的修改。', 'There is nothing new to send for approval.'),
  PICTURES_PENDING: kind(
    409,
    true,
    '影片画面正在准备，稍后再看。',
    'The pictures of the film are being made; look again soon.',
  ),
  // approval
  APPROVAL_NOT_OPEN: kind(409, false, '现在没有等待审核的版本。', 'No version is waiting for approval now.'),
  APPROVAL_DIGEST: kind(
    409,
    false,
    '内容已更新，请重新查看后再审核。',
    'The content has changed; look at it again before deciding.',
  ),
  APPROVAL_ROLE: kind(403, false, '这一步不由您的角色审核。', 'This is not for your role to decide.'),
  APPROVAL_DEMO: kind(
    403,
    false,
    '演示账户只能审核模拟病例。请用真实账户登录。',
    'A made-up account signs simulated cases only. Sign in with a real account.',
  ),
  APPROVAL_SELF: kind(403, false, '写稿人不能审核自己的稿件。', 'The author of a script cannot approve it.'),
  APPROVAL_DECIDED: kind(409, false, '这个版本已经有审核结论。', 'This version has already been decided.'),
  APPROVAL_DEPUTY: kind(
    403,
    false,
    '没有有效的委托，不能代签。请对方先在“委托”里授权。',
    'No delegation is live, so you cannot sign for this person. Ask them to delegate first.',
  ),
  FINDINGS_STALE: kind(
    409,
    false,
    '病灶已有新版本，请刷新后再改。',
    'The findings have a newer version; reload before correcting.',
  ),
  CORRECTION_INVALID: kind(
    422,
    false,
    '这处更正不成立（{finding}）：{why}',
    'This correction does not hold ({finding}): {why}',
  ),
  RELEASED: kind(
    409,
    false,
    '影片已通过终审，不能再改这一版。请从成片开始新的修订。',
    'The film has passed both gates; this revision is closed. Start the next one from the finished film.',
  ),
  RETRY_NOT_FAILED: kind(
    409,
    false,
    '只有失败或已取消的制作可以重试（现在：{status}）。',
    'Only a failed or cancelled production can be tried again (it is {status}).',
  ),
  APPROVAL_COMMENT: kind(422, false, '请写明需要修改什么。', 'Say what needs to change.'),
  // comments
  COMMENT_OUTSIDE: kind(
    422,
    false,
    '这一帧不在片子里（共 {frames} 帧）。请在画面上重新选取。',
    'That frame is not in the film ({frames} frames). Choose it again on the picture.',
  ),
  COMMENT_KEPT: kind(
    409,
    false,
    '已过 10 分钟或已有人回复，意见不能撤回。可以回复说明。',
    'Ten minutes have passed or somebody answered; the comment stays. Reply to it instead.',
  ),
  // speech, render, package
  SPEECH_ENGINE: kind(500, true, '语音引擎出错：{detail}', 'The speech engine failed: {detail}'),
  SPEECH_VOICE: kind(
    422,
    false,
    '没有声音 {voice}。可选：{choices}',
    'There is no voice {voice}. Choose one of: {choices}',
  ),
  TIMELINE_INVALID: kind(422, false, '时间线不成立：{detail}', 'The timeline does not hold: {detail}'),
  RENDER_BROWSER: kind(500, true, '渲染浏览器出错：{detail}', 'The rendering browser failed: {detail}'),
  RENDER_FRAME: kind(500, true, '第 {frame} 帧渲染失败：{detail}', 'Frame {frame} could not be rendered: {detail}'),
  FFMPEG_FAILED: kind(500, true, 'ffmpeg 出错：{detail}', 'ffmpeg failed: {detail}'),
  QC_FAILED: kind(500, false, '成片未通过质检：{detail}', 'The film failed quality control: {detail}'),
  OUTPUT_EXISTS: kind(409, false, '输出位置已有文件：{name}。', 'The output place already holds {name}.'),
  // sign-in
  SIGN_IN_REFUSED: kind(401, false, '工号或密码不对。请再试一次。', 'The account or the password is wrong. Try again.'),
  LOCKED: kind(
    429,
    false,
    '尝试次数过多。请在 {seconds} 秒后再试。',
    'Too many attempts. Try again in {seconds} seconds.',
  ),
  TOTP_NEEDED: kind(
    403,
    false,
    '还差一步：请输入身份验证器里的 6 位数字。',
    'One step is left: enter the six digits of your authenticator.',
  ),
  TOTP_ENROL_NEEDED: kind(
    403,
    false,
    '审核人须先绑定身份验证器，再做其他操作。',
    'Approvers set up an authenticator before anything else.',
  ),
  TOTP_WRONG: kind(
    422,
    false,
    '验证码不对或已用过。请等下一组数字。',
    'The code is wrong or was used already. Wait for the next one.',
  ),
  PROOF_WRONG: kind(422, false, '密码或验证码不对。请再试一次。', 'The password or the code is wrong. Try again.'),
  SESSION_NEEDED: kind(
    409,
    false,
    '这一步要在登录后的浏览器里做，不能用访问令牌。',
    'This is done in a signed-in browser, not with an access token.',
  ),
  REAUTH_NEEDED: kind(403, false, '请再次确认身份，然后继续。', 'Confirm who you are, then go on.'),
  CSRF: kind(
    403,
    false,
    '请求不是从本站页面发出的，已拒绝。请刷新页面再试。',
    'The request did not come from a page of this studio and is refused. Reload the page.',
  ),
  PASSWORD_WEAK: kind(
    422,
    false,
    '密码太弱。至少 10 个字符，不用常见密码，不含工号。',
    'The password is too weak: at least 10 characters, not a common one, not the account name.',
  ),
  LINK_SPENT: kind(
    410,
    false,
    '链接已用过或已过期。请重新领取。',
    'The link was used already or has expired. Ask for a new one.',
  ),
  SSO_FAILED: kind(
    502,
    true,
    '统一账号没有完成登录。请再试，或用工号登录。',
    'Single sign-on did not finish. Try again, or use your account and password.',
  ),
  SSO_UNKNOWN: kind(
    403,
    false,
    '这个统一账号没有对应的工坊账号。请联系管理员。',
    'No account here belongs to this sign-on. Ask an administrator.',
  ),
  LOGIN_TAKEN: kind(409, false, '工号 {login} 已有账号。', 'There is an account {login} already.'),
  DEPARTMENT_TAKEN: kind(
    409,
    false,
    '已有同名或同代号的科室：{name}',
    'There is a department of this name or code already: {name}',
  ),
  LAST_ADMIN: kind(
    409,
    false,
    '至少要有一位可用的管理员。请先指定另一位。',
    'One administrator must remain. Name another first.',
  ),
  // house
  CANCELLED: kind(409, false, '已取消。', 'Cancelled.'),
  DISK_FULL: kind(
    507,
    true,
    '磁盘空间不足。请腾出空间后重试，已完成的步骤会保留。',
    'The disk is full. Free some space and retry; finished steps are kept.',
  ),
  STORE_MISSING: kind(500, false, '存储中缺少一个文件（{role}）。', 'The store lacks a file ({role}).'),
  SETTINGS_INVALID: kind(500, false, '设置有误：{detail}', 'The settings are wrong: {detail}'),
  TOOL_MISSING: kind(500, false, '缺少 {tool}。{how}', '{tool} is missing. {how}'),
  PORT_IN_USE: kind(
    500,
    false,
    '端口 {port} 已被占用。请关闭占用它的程序或换一个端口。',
    'Port {port} is in use. Stop the program that holds it or choose another.',
  ),
  SERVER_GONE: kind(
    503,
    true,
    '连接不上 {server}。已完成的步骤会保留，请稍后再试。',
    '{server} cannot be reached. Finished steps are kept; try again later.',
  ),
  UNAUTHENTICATED: kind(401, false, '请先登录。', 'Sign in first.'),
  FORBIDDEN: kind(403, false, '没有权限。', 'This is not allowed.'),
  MEDIA_LINK: kind(
    403,
    false,
    '这个文件链接已失效。请回到页面重新打开。',
    'This link to a file is no longer valid. Open it again from its page.',
  ),
  NOT_FOUND: kind(404, false, '找不到：{what}', 'Not found: {what}'),
  INPUT_INVALID: kind(422, false, '输入有误：{detail}', 'The input is wrong: {detail}'),
  RANGE_INVALID: kind(416, false, '请求的字节范围不存在。', 'The requested byte range does not exist.'),
  INTERNAL: kind(500, true, '内部错误。日志编号 {reference}', 'Internal error. Log reference {reference}'),
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERROR_KINDS;
export type ErrorDetails = Readonly<Record<string, string | number>>;
export type Language = 'zh-CN' | 'en';

/** An error a person can act on. `details` fill the text's `{names}`; they never hold patient data. */
export class StudioError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(`${code}: ${errorText(code, details, 'en')}`, options);
    this.name = 'StudioError';
    this.code = code;
    this.details = details;
  }
  get retryable(): boolean {
    return ERROR_KINDS[this.code].retryable;
  }
}

/** The sentence shown to a person for a code, with its details filled in: `name.zh-CN` goes before `name`. Unknown details stay as `…`. */
export function errorText(code: ErrorCode, details: ErrorDetails, language: Language): string {
  const text = language === 'zh-CN' ? ERROR_KINDS[code].zh : ERROR_KINDS[code].en;
  return text.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(details[`${name}.${language}`] ?? details[name] ?? '…'),
  );
}

/** True when a value that crossed a process or sandbox border carries one of our codes. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_KINDS, code);
}
