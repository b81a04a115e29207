export { answerBreach, recordBreach } from './actions/work-on-breach.ts'
export { listBreaches } from './data/breach-reads.ts'
export { openBreachClocks } from './data/open-clocks.ts'
export { reportBy } from './domain/hours.ts'
