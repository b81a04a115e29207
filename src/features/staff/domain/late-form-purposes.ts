import type { PurposeKey } from '../../../policy/vocabulary.ts'

/**
 * The purpose under which a role's late forms are kept and read: the first of these that it has. Null for a role that writes about
 * nobody's case or enquiry.
 */
export const lateFormPurpose = (
  role: string,
  mayAct: (role: string, purpose: PurposeKey) => boolean,
): LateFormPurpose | null => lateFormPurposes.find((purpose) => mayAct(role, purpose)) ?? null

const lateFormPurposes = ['mediation', 'booking', 'enquiries'] as const
export type LateFormPurpose = (typeof lateFormPurposes)[number]

/** Which of them reads the keys of cases; under the others a late form has a key of its own. */
export const readsCaseKeys = (purpose: LateFormPurpose): boolean => purpose === 'mediation'
