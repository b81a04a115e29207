import type { Id } from '../../../values/ids.ts'
import { maySignCertificates, type Registration } from '../../settings/index.ts'

/** Why a certificate is not issued; each has its words where it is told. */
export type CertificateReason =
  | 'not_case_mediator'
  | 'not_registered'
  | 'registration_ended'
  | 'held_by_unregistered'
  | 'not_attended'
  | 'risk_missing'

/** What decides about a certificate. */
export interface CertificateFacts {
  readonly actor: Id
  readonly caseMediator: Id | null
  readonly heldOn: Temporal.PlainDate
  readonly today: Temporal.PlainDate
  /** Of the one who signs. */
  readonly signer: Registration | null
  /** Of the one who held the MIAM, who may have left since. */
  readonly holder: Registration | null
  /** Whether the appointment, if there was one, says that this person came; null when it does not say. */
  readonly attended: boolean | null
  /** Whether the risk to the person and to children was assessed (rule 3.9(2)(c) and (d)). */
  readonly riskRecorded: boolean
}

/**
 * Why this certificate may not be issued; null when it may. An authorised family mediator signs, and one held the MIAM (Family
 * Procedure Rules 2010, rules 3.1 and 3.9): accredited or provisional, in date on the day, and the case's own mediator.
 */
export function whyNotIssued(facts: CertificateFacts): CertificateReason | null {
  const { signer, holder, today, heldOn } = facts
  if (facts.actor !== facts.caseMediator) return 'not_case_mediator'
  if (!signer || signer.kind === 'trainee') return 'not_registered'
  if (!maySignCertificates(signer, today)) return 'registration_ended'
  if (!maySignCertificates(holder, heldOn)) return 'held_by_unregistered'
  if (facts.attended === false) return 'not_attended'
  return facts.riskRecorded ? null : 'risk_missing'
}

export const certificateMessages: Readonly<Record<CertificateReason, string>> = {
  not_case_mediator: 'Only the mediator of this case may issue the certificate',
  not_registered:
    'Only an accredited or provisionally accredited mediator may issue a certificate, and Settings has no such registration for you',
  registration_ended:
    'Your registration in Settings has ended, or its number is not right. Have it renewed there first',
  held_by_unregistered:
    'On the day of this meeting, the mediator who held it had no registration that allows a certificate to be issued',
  not_attended: 'The appointment says that this person did not come. If they did, put it right there first',
  risk_missing: 'Record the two assessments of risk first: the rules ask for them at every MIAM',
}
