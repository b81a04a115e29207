export { addProfessional, type KnownProfessional, noteContact, professionalOf } from './data/professionals.ts'
export type { Professional } from './domain/professional.ts'
