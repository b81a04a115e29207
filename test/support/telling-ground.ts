import { type Deciding, decideDisclosure } from '../../src/features/disclosures/actions/decide.ts'
import { noteWish, type Wish } from '../../src/features/disclosures/actions/note-wish.ts'
import { sendDisclosure } from '../../src/features/disclosures/actions/send.ts'
import type { GateTools } from '../../src/features/disclosures/index.ts'
import type { CompiledPolicy } from '../../src/policy/index.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { type OfficeDay, officeDay } from './office-day.ts'

/** A case and whatever is told of it to somebody outside. */
export interface TellingGround extends OfficeDay {
  decide(what: Partial<Deciding>, policy?: CompiledPolicy): ReturnType<typeof decideDisclosure>
  send(disclosureId: string, policy?: CompiledPolicy): ReturnType<typeof sendDisclosure>
  says(side: 'A' | 'B', wish: Wish): Promise<unknown>
  /** A document of the case that was released. */
  paper(zone: string, quality: string): Promise<Id>
  one(disclosureId: string): Promise<{ sent: boolean; why: string | null }>
}

export const toCourt = {
  ...{ recipient: 'courtsAndPolice', ground: 'law', lawKind: 'court', authority: 'Order of 3 November 2026' },
  ...{ side: 'A', words: 'She came on 20 November.', wordsQuality: 'open', hidden: false, reason: 'The court asks' },
} as const satisfies Partial<Deciding>

const blank = {
  ...{ ...toCourt, lawKind: null, authority: '', words: '', wordsQuality: null },
  ...{ facts: [], fileIds: [] },
}

export async function tellingGround(): Promise<TellingGround> {
  const day = await officeDay()
  const { db, office, caseId } = day
  const desk = db.desk.office
  const tools = (policy = db.policy): GateTools => ({ policy })
  return {
    ...day,
    decide: (what, policy) =>
      decideDisclosure(desk, tools(policy), office.coordinator, { ...blank, ...what, key: newId(), caseId }),
    send: (disclosureId, policy) =>
      sendDisclosure(desk, tools(policy), office.coordinator, {
        ...{ key: newId(), disclosureId: disclosureId as Id, how: 'post' },
      }),
    says: (side, wish) => noteWish(desk, db.policy, office.coordinator, { key: newId(), caseId, side, wish }),
    paper: async (zone, quality) => {
      const [row] = await db.look<{ id: Id }>(
        `INSERT INTO ev.stored_file (case_id, zone, legal_quality, name, media_type, size_bytes, sha256, stored_name, scan, status, added_by)
         VALUES ($1, $2, $3, 'a.txt', 'text/plain', 1, 'x', gen_random_uuid()::text, 'made_here', 'released', $4) RETURNING id`,
        [caseId, zone, quality, office.mediator],
      )
      return row?.id as Id
    },
    one: async (disclosureId) => {
      const [row] = await db.look<{ sent: boolean; why: string | null }>(
        'SELECT sent_at IS NOT NULL AS sent, stopped_why AS why FROM ev.disclosure WHERE id = $1',
        [disclosureId],
      )
      if (!row) throw new Error('there is no such disclosure')
      return row
    },
  }
}
