import { paperOf } from '../certificate-words.ts'
import {
  caseOf,
  dayFields,
  idOf,
  ledTo,
  type PrivateAct,
  type PrivateGround,
  press,
  secret,
  today,
  zoneOf,
} from './ground.ts'

const held = (ground: PrivateGround) => dayFields('held_on', today(ground))
const closed = { legal_quality: 'without_prejudice' }
const discardOf = (page: string) => ({ form: page, button: `${page}/discard` })
const draftOf = (page: string) => ({ form: page, button: `${page}/draft` })

/** Begins a text, throws it away, begins again and keeps it. */
async function written(ground: PrivateGround, page: string, typed: Record<string, string>) {
  await press(ground, ground.mediator, page, typed, draftOf(page))
  await press(ground, ground.mediator, page, {}, discardOf(page))
  await press(ground, ground.mediator, page, typed, draftOf(page))
  return press(ground, ground.mediator, page, typed)
}

const miam: PrivateAct = {
  name: 'their MIAM is recorded, and what was said of fear and harm',
  act: async (ground) => {
    const duties = {
      ...{ information_given: secret, benefits_explained: secret, way_suited: secret, how_to_proceed: secret },
      ...{ ...held(ground), ...closed, suitable: 'yes' },
    }
    const { location } = await written(ground, `${caseOf(ground)}/miams/new/${zoneOf(ground)}`, duties)
    await written(ground, location ?? '', { abuse_risk: secret, child_risk: secret })
    const pattern = /miams\/([^/]+)/
    ground.made.set('miam', pattern.exec(location ?? '')?.[1] ?? '')
  },
}

const certificate: PrivateAct = {
  name: 'their certificate is issued, and corrected',
  act: async (ground) => {
    const miamId = ground.made.get('miam') ?? ''
    const page = `/office/miams/${miamId}/certificate`
    const fileId = ledTo(await press(ground, ground.mediator, page), /files\/([^/]+)/)
    const wrong = await idOf(ground, 'SELECT id FROM ev.miam_certificate WHERE file_id = $1', fileId)
    const correct = `/office/certificates/${wrong}/correct`
    const right = ledTo(
      await press(ground, ground.mediator, correct, { miam: miamId, reason: secret }),
      /files\/([^/]+)/,
    )
    const { number, code } = await paperOf((await ground.mediator.get(`/office/files/${right}/download`)).bytes)
    ground.made.set('certificate file', right).set('certificate number', number).set('certificate code', code)
  },
}

const alone: PrivateAct = {
  name: 'a session with them alone is recorded',
  act: (ground) => {
    const typed = { ...held(ground), ...closed, way: 'alone', discussed: secret, agreed: secret }
    return written(ground, `${caseOf(ground)}/sessions/new/${zoneOf(ground)}`, typed)
  },
}

const summary: PrivateAct = {
  name: 'a summary for them alone is written',
  act: (ground) => written(ground, `${caseOf(ground)}/summaries/new/${zoneOf(ground)}`, { ...closed, summary: secret }),
}

const signed: PrivateAct = {
  name: 'they sign the agreement to mediate',
  first: ({ whole, caseId, side }) =>
    whole.db.look('DELETE FROM ev.agreement_to_mediate WHERE case_id = $1 AND zone = $2', [caseId, side]),
  act: (ground) =>
    press(ground, ground.mediator, `${caseOf(ground)}/agreements/new/${zoneOf(ground)}`, {
      ...{ ...held(ground), version: secret, signed_how: 'paper' },
    }),
}

const note = { kind: 'proposal', ...closed, passing: 'may', words: secret }

const room: PrivateAct = {
  name: 'in a session in two rooms, what is said in theirs is noted, changed, passed on and held back',
  act: async (ground) => {
    const { mediator, side } = ground
    const begun = await press(ground, mediator, `${caseOf(ground)}/live/new`, { ...held(ground), way: 'shuttle' })
    const page = begun.location ?? ''
    ground.made.set('live', page)
    await press(ground, mediator, page, { ...note, zone: side }, { form: `${page}/notes` })
    const noteId = await idOf(ground, 'SELECT id FROM ev.session_note WHERE zone = $1 ORDER BY id DESC LIMIT 1', side)
    await press(ground, mediator, `/office/live-notes/${noteId}`, { ...note, words: `${secret} again` })
    await press(ground, mediator, `/office/live-notes/${noteId}/statement`, { side, words: secret })
    const answer = (act: string, typed = {}) =>
      press(ground, mediator, page, typed, { form: `/office/live-notes/${noteId}/${act}` })
    await answer('passing', { passing: 'may_not' })
    await answer('passing', { passing: 'may' })
    await answer('passed')
  },
}

const stopped: PrivateAct = {
  name: 'it stops over something that they do not let pass, goes on, and ends',
  act: async (ground) => {
    const page = ground.made.get('live') ?? ''
    await press(ground, ground.mediator, page, { reason: secret }, { form: `${page}/stop` })
    await press(ground, ground.mediator, page, { because: secret }, { form: `${page}/resume` })
    await press(ground, ground.mediator, page, {}, { form: `${page}/close` })
    await press(ground, ground.mediator, page, {}, { form: `${page}/summary` })
  },
}

export const writtenActs = [miam, certificate, alone, summary, signed, room, stopped]
