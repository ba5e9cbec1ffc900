/** What the adapters say by themselves. */
export const en = {
  openForm: 'Open the form',
  /** The second of two questions about one moment. */
  time: (question: string): string => `${question} (time)`,
  change: 'Change',
  formReady: 'One more step: please fill in the form.',
  sendAgain: 'Please correct the marked fields and send the form again.',
  tooOld: 'The desk no longer knows this button. Type `help` to see what you can ask.',
  broken: (reference: string) =>
    `Something broke on our side, but nothing you sent is lost. Please try again. If it happens again, tell IT the reference ${reference}.`,
  busy: (seconds: number) =>
    `The chat platform asks the desk to wait. Nothing was sent: please send it again in ${Math.ceil(seconds)} seconds.`,
  cut: 'The rest was too long to show here.',
  mayRepeat: 'This may be a repeat: the chat platform did not say whether it took the first one.',
  ownChat: 'Only you may see this. Add the Deskhand app, or write to Deskhand in a private chat, and ask again there.',
};
export const zh: typeof en = {
  openForm: '打开表单',
  time: (question) => `${question}（时间）`,
  change: '修改',
  formReady: '还差一步：请填写表单。',
  sendAgain: '请更正标出的字段后重新提交。',
  tooOld: '此按钮已失效。输入“帮助”查看可用命令。',
  broken: (reference) => `系统出现问题，您提交的内容没有丢失。请重试；如仍不行，请将编号 ${reference} 告知 IT。`,
  busy: (seconds) => `聊天平台要求稍候，尚未提交：请在 ${Math.ceil(seconds)} 秒后重新提交。`,
  cut: '其余内容过长，此处未显示。',
  mayRepeat: '这可能是重复消息：聊天平台未确认上一条是否已送达。',
  ownChat: '此内容仅供您本人查看：请添加 Deskhand 应用，或在与 Deskhand 的私聊中再次提问。',
};
