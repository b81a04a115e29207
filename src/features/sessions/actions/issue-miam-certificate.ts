import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { appointmentOf } from '../../bookings/index.ts'
import { caseHead, partiesOf } from '../../cases/index.ts'
import { newReference } from '../../enquiries/index.ts'
import { keepMadeFile } from '../../files/index.ts'
import { readPublished, registrationOf } from '../../settings/index.ts'
import { staffNames } from '../../staff/index.ts'
import { addCertificate, certificateOfMiam, type MiamCertificate } from '../data/certificates.ts'
import { type MiamRecord, miamOf, screeningOf } from '../data/miam-reads.ts'
import { printCertificate } from '../documents/miam-certificate.ts'
import { certificateSum, newCertificateCode } from '../domain/certificate-code.ts'
import { type CertificateReason, whyNotIssued } from '../domain/certificate-rules.ts'
import { goodUntil } from '../domain/certificate-validity.ts'
import type { SessionTools } from './session-tools.ts'

export type IssueReason = CertificateReason | 'miam.missing' | 'certificate.unprintable'

/**
 * Issues the certificate of one MIAM, once: issuing again answers with the first. Allowed to the case's mediator with a registration
 * that says so; the PDF is kept in the party's zone, open, and released.
 */
export async function issueMiamCertificate(
  desk: Desk<PurposeKey>,
  tools: SessionTools,
  actor: Id,
  input: { readonly key: Id; readonly miamId: Id },
): Promise<Outcome<Answer, IssueReason>> {
  const { key, miamId } = input
  const riskRecorded = await isRiskRecorded(desk, actor, miamId)
  const refusals = { miam_certificate_once: 'issued' } as const
  const deed = { purpose: 'mediation', deed: 'certificate.issued', key, subjectId: miamId, refusals } as const
  const outcome = await desk.act<IssueReason | 'issued'>(actor, deed, async (scope) => {
    const found = await findMiam(scope, miamId)
    if (!found) return refused('miam.missing')
    scope.about({ caseId: found.miam.caseId })
    const earlier = await certificateOfMiam(scope, miamId)
    if (earlier) return done(answerOf(earlier))
    return issueNow(scope, tools, { ...found, actor, riskRecorded })
  })
  if (outcome.done || outcome.reason !== 'issued') return outcome as Outcome<Answer, IssueReason>
  // Two at the same moment: the constraint let one through, and this is the other.
  return desk.read(actor, { purpose: 'mediation', deed: 'certificate.opened', subjectId: miamId }, async (scope) => {
    const first = await certificateOfMiam(scope, miamId)
    return first ? done(answerOf(first)) : refused('miam.missing')
  })
}

const answerOf = (it: Pick<MiamCertificate, 'number' | 'fileId'>) => ({ number: it.number, fileId: it.fileId })

/** Asked under `screening`: no other purpose sees whether there is an assessment. */
export const isRiskRecorded = (desk: Desk<PurposeKey>, actor: Id, miamId: Id): Promise<boolean> =>
  desk.read(
    actor,
    { purpose: 'screening', deed: 'screening.looked-for', subjectId: miamId },
    async (scope) => (await screeningOf(scope, miamId)) !== null,
  )

/** A MIAM with all that decides about its certificate, for the one who asks. */
export async function findMiam(scope: Scope, miamId: Id) {
  const miam = await miamOf(scope, miamId)
  const head = miam && (await caseHead(scope, miam.caseId))
  if (!miam || !head) return null
  const signer = scope.actor && (await registrationOf(scope, scope.actor))
  return { miam, head, signer, holder: await registrationOf(scope, miam.author), attended: await cameTo(scope, miam) }
}

/** What the appointment of a MIAM says of its party; null without one, or before anybody said. */
async function cameTo(scope: Scope, miam: MiamRecord): Promise<boolean | null> {
  const appointment = miam.appointmentId ? await appointmentOf(scope, miam.appointmentId) : null
  const status = appointment?.attendances.find((it) => it.side === miam.zone)?.status
  return !status || status === 'expected' ? null : status === 'attended'
}
export type FoundMiam = NonNullable<Awaited<ReturnType<typeof findMiam>>>

/** Why the one who acts may not issue; null when they may. */
export const whyNotFor = (
  { miam, head, signer, holder, attended }: FoundMiam,
  asked: { readonly actor: Id; readonly today: Temporal.PlainDate; readonly riskRecorded: boolean },
): CertificateReason | null =>
  whyNotIssued({ ...asked, caseMediator: head.mediatorId, heldOn: miam.heldOn, signer, holder, attended })

/** The certificate whose place a new one takes, and why. */
export interface Correction {
  readonly supersedes: Id
  readonly correctionReason: string
}
const first = { supersedes: null, correctionReason: null } as const

/** Prints, keeps and enters a certificate, if the one who acts may. */
export async function issueNow(
  scope: Scope,
  tools: SessionTools,
  asked: FoundMiam & { readonly actor: Id; readonly riskRecorded: boolean },
  correction: Correction | typeof first = first,
): Promise<Outcome<Answer, IssueReason>> {
  const { miam, signer, holder, actor } = asked
  const today = dayOf(scope.now)
  const reason = whyNotFor(asked, { ...asked, today })
  if (reason || !signer || !holder) return refused(reason ?? 'not_registered')
  const party = (await partiesOf(scope, miam.caseId)).find((it) => it.partyId === miam.partyId)
  if (!party) return refused('miam.missing')
  const certificate = { number: newReference('M'), heldOn: miam.heldOn, validUntil: goodUntil(miam.heldOn) }
  const code = newCertificateCode()
  const names = await staffNames(scope, [actor, miam.author])
  const printed = await printCertificate({
    number: certificate.number,
    partyName: `${party.givenName} ${party.familyName}`,
    heldOn: miam.heldOn,
    goodUntil: certificate.validUntil,
    issuedOn: today,
    created: scope.now,
    signer: { name: nameIn(names, actor), number: signer.number },
    holder: { name: nameIn(names, miam.author), number: holder.number },
    service: await serviceOf(scope, tools),
    code,
    checkedAt: new URL('/certificates', tools.origin).href,
  })
  if (!printed.done) return printed
  const fileId = await keepCertificate(scope, tools, miam, certificate.number, printed.value)
  const of = { caseId: miam.caseId, partyId: miam.partyId, miamId: miam.id, zone: miam.zone, fileId }
  const signed = {
    mediatorId: actor,
    mediatorNumber: signer.number,
    codeHash: certificateSum(certificate.number, code),
  }
  await addCertificate(scope, { ...certificate, ...of, ...signed, ...correction })
  return done(answerOf({ number: certificate.number, fileId }))
}

function nameIn(names: ReadonlyMap<Id, string>, id: Id): string {
  const name = names.get(id)
  if (!name) throw new Error('a mediator without a name')
  return name
}

async function serviceOf(scope: Scope, tools: SessionTools) {
  const { officeAddress, postcode, telephone } = await readPublished(scope)
  return { name: tools.serviceName, address: [...officeAddress.split('\n'), postcode], telephone }
}

/** Its name in the file says nothing of anybody. */
const keepCertificate = (scope: Scope, tools: SessionTools, miam: MiamRecord, number: string, bytes: Buffer) =>
  keepMadeFile(scope, tools, {
    caseId: miam.caseId,
    zone: miam.zone,
    legalQuality: 'open',
    name: `MIAM certificate ${number}.pdf`,
    mediaType: 'application/pdf',
    bytes,
  })
