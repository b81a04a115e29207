import { askAfterTexts } from './jobs/ask-after-texts.job.ts'
import { type SendingTools, sendWaitingMessages, sendWaitingTexts } from './jobs/send-waiting-messages.job.ts'
import { type LettersTools, letterRoutes } from './web/office/letters.routes.tsx'
import { type MessagePageTools, messageRoutes } from './web/office/message.routes.tsx'
import { type WritePageTools, writeRoutes } from './web/office/write.routes.tsx'

export { readOutbox, type WholeMessage } from './data/message-reads.ts'
export type { MailWay, TextWay } from './jobs/carriers.ts'
export type { FillableMessage, SendingTools } from './jobs/send-waiting-messages.job.ts'
export { messagesPanel } from './web/office/messages-panel.tsx'
export { OutboxList } from './web/office/outbox-list.tsx'

/** Pages of single messages and letters, and the jobs that send what waits. */
export const messagesPlugin = (tools: SendingTools & MessagePageTools & WritePageTools & LettersTools) => ({
  routes: [...messageRoutes(tools), ...writeRoutes(tools), ...letterRoutes(tools)],
  jobs: [
    sendWaitingMessages('case', tools),
    sendWaitingMessages('enquiry', tools),
    sendWaitingTexts(tools),
    askAfterTexts(tools.texts ?? null),
  ],
})
