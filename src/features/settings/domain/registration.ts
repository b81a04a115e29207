import type { Tables } from '../../../platform/database/tables.gen.ts'

export type RegistrationKind = Tables['mediator_registration']['kind']

/** A mediator's entry in the Family Mediation Council's register. */
export interface Registration {
  readonly number: string
  readonly kind: RegistrationKind
  /** ISO date: the last day on which it holds. */
  readonly validUntil: string
  /** Qualified to meet children: the register's flag for direct child consultation. */
  readonly hearsChildren?: boolean
}

/** Four digits and the letter of the kind. The register also has S, which is not issued to those who hold MIAMs. */
export const registrationPattern = /^\d{4}[TAPS]$/

const letters: Readonly<Record<RegistrationKind, string>> = { accredited: 'A', provisional: 'P', trainee: 'T' }

export const registrationKinds: Readonly<Record<RegistrationKind, string>> = {
  accredited: 'Accredited (A)',
  provisional: 'Provisional (P)',
  trainee: 'Trainee (T)',
}

/** Whether the letter of a number is that of its kind. */
export const letterAgrees = (number: string, kind: RegistrationKind): boolean => number.endsWith(letters[kind])

/**
 * Whether a mediator so registered may conduct a MIAM and sign its certificate on a day: accredited or provisionally accredited,
 * and in date (authorised family mediator, Family Procedure Rules 2010 rule 3.1; FMC guidance on MIAMs).
 */
export const maySignCertificates = (registration: Registration | null, day: Temporal.PlainDate): boolean =>
  registration !== null &&
  registration.kind !== 'trainee' &&
  letterAgrees(registration.number, registration.kind) &&
  day.toString() <= registration.validUntil
