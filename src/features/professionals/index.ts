export { addProfessional } from './data/professionals.ts'
export type { Professional } from './domain/professional.ts'
