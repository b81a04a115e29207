import type { Id } from '../../src/values/ids.ts'
import { dayFields, type OfficeDay } from './office-day.ts'

const written = {
  information_given: 'How it works',
  benefits_explained: 'What could be gained',
  way_suited: 'Mediation',
  how_to_proceed: 'Invite the other party',
  suitable: 'yes',
  legal_quality: 'without_prejudice',
}

/** What an office does about inviting, by its forms. */
export class InvitedDay {
  readonly #day: OfficeDay

  constructor(day: OfficeDay) {
    this.#day = day
  }

  /** Writes up the MIAM of the first party, and the safety check if told so. */
  async miam(safetyCheck: boolean, held = '2026-11-20'): Promise<void> {
    const { mediator, caseId } = this.#day
    const sent = await mediator.send(`/office/cases/${caseId}/miams/new/a`, {
      ...written,
      ...dayFields('held_on', held),
    })
    if (sent.status !== 303) throw new Error(`the MIAM was not taken: ${sent.status}`)
    const risk = String(sent.location)
    if (safetyCheck) await mediator.send(risk, { abuse_risk: 'Asked alone', child_risk: 'Asked alone' })
    else this.#risk = risk
  }
  #risk = ''

  async safetyCheck(): Promise<void> {
    await this.#day.mediator.send(this.#risk, { abuse_risk: 'Asked alone', child_risk: 'Asked alone' })
  }

  /** A way to reach the other party that the first told us. */
  async told(kind: 'email' | 'address', value: string): Promise<void> {
    const [party] = await this.#day.db.look<{ person_id: Id }>(
      `SELECT person_id FROM ev.party WHERE case_id = $1 AND side = 'B'`,
      [this.#day.caseId],
    )
    const page = `/office/cases/${this.#day.caseId}/people/${party?.person_id}/contact`
    const way = {
      kind,
      value,
      postcode: kind === 'address' ? 'NR1 1AA' : '',
      source: 'other_party',
      safety: 'not_asked',
    }
    const sent = await this.#day.coordinator.send(page, { ...way, voicemail_safety: 'not_asked' })
    if (sent.status !== 303) throw new Error(`the way was not taken: ${sent.status}`)
  }

  async page(): Promise<string> {
    const [row] = await this.#day.db.look<{ id: Id }>('SELECT id FROM ev.invitation WHERE case_id = $1', [
      this.#day.caseId,
    ])
    return `/office/invitations/${row?.id}`
  }

  async says(decision: 'named' | 'unnamed' | 'stopped') {
    const page = await this.page()
    return this.#day.mediator.send(page, { decision }, `${page}/clearance`)
  }

  async send() {
    return this.#day.coordinator.send('/office/invitations', {}, `${await this.page()}/send`)
  }

  /** The words that went to the other party, oldest first. */
  async letters(): Promise<readonly { readonly subject: string; readonly body: string; readonly recipient: string }[]> {
    return this.#day.db.look(
      `SELECT subject, body, recipient FROM ev.message WHERE template LIKE 'invitation%' ORDER BY made_at`,
    )
  }

  async reply(): Promise<string> {
    return `/reply/${/\/reply\/(\S+)/.exec((await this.letters())[0]?.body ?? '')?.[1]}`
  }
}
