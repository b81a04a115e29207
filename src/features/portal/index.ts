export { handOverCode } from './actions/hand-over-code.ts'
export { addReferrerCode } from './data/party-codes.ts'
export { codeMessage, withCode } from './emails/code-message.ts'
export { FormToken, portalPage, RingUs } from './web/party/parts.tsx'
