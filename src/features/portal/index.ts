export { handOverCode } from './actions/hand-over-code.ts'
export { withCode } from './emails/code-message.ts'
