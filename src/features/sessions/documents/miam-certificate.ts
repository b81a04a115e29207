import { renderPdf, UnprintableText } from '../../../platform/documents/render-pdf.ts'
import { plainDate } from '../../../ui/dates.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { qrDrawing } from './qr-drawing.ts'

/** What a certificate of attendance at a MIAM says. */
export interface CertificateWords {
  readonly number: string
  readonly partyName: string
  readonly heldOn: Temporal.PlainDate
  readonly goodUntil: Temporal.PlainDate
  readonly issuedOn: Temporal.PlainDate
  readonly created: Temporal.Instant
  readonly signer: Registered
  /** Who held the meeting. */
  readonly holder: Registered
  /** By which anybody who holds the paper can check it, and the address of the page. It stands nowhere else. */
  readonly code: string
  readonly checkedAt: string
  readonly service: { readonly name: string; readonly address: readonly string[]; readonly telephone: string }
}
export interface Registered {
  readonly name: string
  readonly number: string
}

const template = `#import "/certificate.typ": certificate
#certificate(service: inputs.service, kind: inputs.kind, reference: inputs.reference, quality: inputs.quality,
  statements: inputs.statements, facts: inputs.facts, signature: inputs.signature, notes: inputs.notes, check: inputs.check)`

const kind = 'Certificate of attendance at a MIAM'

/**
 * Prints the certificate as an accessible PDF. It certifies attendance and nothing else: since 29 April 2024 a mediator can no longer
 * certify that somebody is exempt (SI 2023/1324). Refused when a name has a character that no font can show.
 */
export async function printCertificate(words: CertificateWords): Promise<Outcome<Buffer, 'certificate.unprintable'>> {
  const { number, service, created } = words
  const facts = { title: `${kind}, ${number}`, language: 'en-GB', author: service.name, created } as const
  try {
    return done(await renderPdf({ template, inputs: inputsOf(words), ...facts }))
  } catch (error) {
    if (error instanceof UnprintableText) return refused('certificate.unprintable')
    throw error
  }
}

function inputsOf(words: CertificateWords) {
  const { number, partyName, service, signer, holder } = words
  const [held, until, issued] = [words.heldOn, words.goodUntil, words.issuedOn].map(plainDate)
  return {
    service,
    kind,
    reference: number,
    quality: 'Open document',
    statements: [`${partyName} attended a mediation information and assessment meeting (MIAM) on ${held}.`],
    facts: [
      ['Certificate number', number],
      ['Person who attended', partyName],
      ['Date of the meeting', held],
      ['Good until', until],
      ['Mediator who held the meeting', `${holder.name}, registration number ${holder.number}`],
      ['Family mediation service', service.name],
    ],
    signature: {
      name: signer.name,
      role: 'Authorised family mediator',
      registration: signer.number,
      'signed-on': issued,
    },
    check: {
      words: 'To check that this certificate is real, enter its number and this code at',
      address: words.checkedAt,
      code: words.code,
      drawing: qrDrawing(words.checkedAt),
      described: `Square code that leads to ${words.checkedAt}`,
    },
    notes: [
      `It can go with an application that is made to the court up to and on ${until}.`,
      'It certifies attendance. It does not say that anybody is exempt from a MIAM, how the meeting ended, or whether the other person was asked to come.',
    ],
  }
}
