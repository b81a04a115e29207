import type { Id } from '../../../values/ids.ts'
import type { Zone } from '../../files/index.ts'
import type { DraftOf } from './draft-store.ts'

/** The draft of each form: one for each writer, case and zone, so that words for one party never turn up in the other's form. */
export const miamDraft = (caseId: Id, zone: 'A' | 'B'): DraftOf => ({ form: `miam ${zone}`, subjectId: caseId, caseId })
export const screeningDraft = (caseId: Id, miamId: Id): DraftOf => ({ form: 'screening', subjectId: miamId, caseId })
export const sessionDraft = (caseId: Id, zone: Zone): DraftOf => ({
  form: `session ${zone}`,
  subjectId: caseId,
  caseId,
})
export const summaryDraft = (caseId: Id, zone: Zone): DraftOf => ({
  form: `summary ${zone}`,
  subjectId: caseId,
  caseId,
})
