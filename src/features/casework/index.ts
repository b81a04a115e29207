export { stepOf, stepsOf } from './data/steps.ts'
export type { CaseFacts, Milestone } from './domain/case-facts.ts'
export { type NextStep, nextStep } from './domain/next-step.ts'
