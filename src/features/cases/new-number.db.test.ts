import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MessageGround } from '../../../test/support/message-ground.ts'
import { type Id, newId } from '../../values/ids.ts'
import { replaceWayToReach } from './actions/replace-way-to-reach.ts'

let ground: MessageGround
beforeAll(async () => {
  ground = await MessageGround.make()
})
afterAll(() => ground.service.end())
beforeEach(() => ground.begin())

async function changesNumber(texts: 'safe' | 'not_asked', hasTexts = true): Promise<void> {
  const { personId } = ground.file.A
  const { service, file } = ground
  const [old] = await service.look<{ id: Id }>(
    `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source, safety)
     VALUES ($1, 'telephone', '07700 900 123', '+447700900123', 'self', 'safe') RETURNING id`,
    [personId],
  )
  await service.look(
    `INSERT INTO ev.safe_contact (person_id, version, text_message, said_by, said_on) VALUES ($1, 1, $2, 'self', '2026-11-20')`,
    [personId, texts],
  )
  const point = { kind: 'telephone', value: '07700 900 456', postcode: null, source: 'self', safety: 'safe' } as const
  const outcome = await replaceWayToReach(service.desk.office, ground.coordinator, {
    ...{ key: newId(), caseId: file.caseId, personId, serviceName: 'Harbour House', hasTexts },
    point: { ...point, voicemailSafety: 'not_asked', replacesId: old?.id as Id },
  })
  expect(outcome.done).toBe(true)
}

const written = () => ground.service.look('SELECT channel, recipient, body FROM ev.message')

test('a new number is told in a text that says nothing, and the old one hears of it in no way', async () => {
  await changesNumber('safe')
  expect(await written()).toEqual([
    {
      ...{ channel: 'text', recipient: '07700 900 456' },
      body: expect.stringMatching(
        /^We have noted the change that you asked for\. If it was not you who asked, please ring .+\. \S/,
      ),
    },
  ])
})

test.each([
  ['nobody said that texts are safe', 'not_asked', true],
  ['the service sends none', 'safe', false],
] as const)('where %s it is told nothing', async (_, texts, hasTexts) => {
  await changesNumber(texts, hasTexts)
  expect(await written()).toEqual([])
})
