export { handOverCode } from './actions/hand-over-code.ts'
